import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { drawRoute } from "../verdict/lay-out-steps.ts";
import type { MapNode } from "./describe-map.ts";
import { layOutMap, type PlacedExercise } from "./lay-out-map.ts";
import { StateMark } from "./state-mark.tsx";

/** Draws the exercises as boxes that are links, with arrows to what builds on them. Made on the server. */
export async function CoursePicture({
	nodes,
	nextSlug,
}: {
	nodes: MapNode[];
	/** The exercise that is offered next. */
	nextSlug: string | null;
}) {
	const { width, height, exercises, arrows } = layOutMap(nodes);
	const solved = new Set(
		nodes.filter(({ state }) => state === "solved").map(({ slug }) => slug),
	);
	return (
		// biome-ignore lint/a11y/noSvgWithoutTitle: its frame names it; a title would show as a tooltip over every box
		<svg
			className="course-picture"
			width={width}
			height={height}
			viewBox={`0 0 ${width} ${height}`}
		>
			<defs>
				{["passed", "ahead"].map((tone) => (
					<marker
						key={tone}
						id={`map-arrow-${tone}`}
						viewBox="0 0 10 10"
						refX="9"
						refY="5"
						markerWidth="6"
						markerHeight="6"
						orient="auto-start-reverse"
					>
						<path className={`arrow-head-${tone}`} d="M0 0L10 5L0 10z" />
					</marker>
				))}
			</defs>
			<g>
				{arrows.map(({ from, to, points }) => {
					const tone = solved.has(from) ? "passed" : "ahead";
					return (
						<path
							key={`${from} ${to}`}
							className={`arrow arrow-${tone}`}
							d={drawRoute(points)}
							markerEnd={`url(#map-arrow-${tone})`}
						/>
					);
				})}
			</g>
			{exercises.map((placed) => (
				<ExerciseBox
					key={placed.node.slug}
					placed={placed}
					isNext={placed.node.slug === nextSlug}
				/>
			))}
		</svg>
	);
}

async function ExerciseBox({
	placed: { node, lines, x, y, width, height },
	isNext,
}: {
	placed: PlacedExercise;
	isNext: boolean;
}) {
	const [t, course] = await Promise.all([
		getTranslations("map"),
		getTranslations("course"),
	]);
	return (
		<Link
			className={`map-box map-box-${node.state}`}
			href={`/exercises/${node.slug}`}
			prefetch={false}
			data-next={isNext ? "" : undefined}
		>
			<rect x={x} y={y} width={width} height={height} rx="9" />
			<StateMark state={node.state} x={x + 10} y={y + 9} />
			<text className="map-chapter" x={x + 33} y={y + 21}>
				{t("box", {
					chapter: course("chapter", { number: node.chapter }),
					state: t(`state.${node.state}`),
				})}
			</text>
			<text className="map-title" y={y + 22}>
				{lines.map((line) => (
					<tspan key={line} x={x + 33} dy={17}>
						{line}
					</tspan>
				))}
			</text>
		</Link>
	);
}
