import { formatNumber } from "../exercise/format-value.ts";
import type { PlaneMark } from "./describe-plane.ts";
import type { ChartModel } from "./draw-chart.ts";
import type { Who } from "./read-quantity.ts";
import { nameOf, type Speaker } from "./tell-picture.ts";
import { dashOf, toneOf, toneOfClass } from "./tones.ts";

interface Entry {
	name: string;
	tone: number;
	who: Who;
	shape: "line" | "dot" | "arrow" | "bar" | "field" | "target";
}

/** What the lines and points of a chart mean. The chart's sentence says it as well, so readers of that need no legend. */
export function Legend({ model, say }: { model: ChartModel; say: Speaker }) {
	const entries = listEntries(model, say);
	// The axis of a single series bears its name already.
	if (entries.length === 0) return null;
	if (entries.length === 1 && model.kind !== "plane") return null;
	return (
		<ul className="legend" aria-hidden="true">
			{entries.map(({ name, tone, who, shape }) => (
				<li key={`${name} ${shape}`}>
					<Swatch tone={tone} who={who} shape={shape} />
					{name}
				</li>
			))}
		</ul>
	);
}

function listEntries(model: ChartModel, say: Speaker): Entry[] {
	if (model.kind !== "plane") {
		const tones = toneOf(model.series);
		return model.series.map((one) => ({
			name: nameOf(one, say),
			tone: tones(one),
			who: one.who,
			shape: model.kind === "bars" ? "bar" : "line",
		}));
	}
	const tones = toneOf(model.marks);
	const entries = model.marks.flatMap((mark): Entry[] => {
		const name = nameOf(mark, say);
		if (name === "") return [];
		const common = { who: mark.who, shape: shapeOf(mark) };
		if (mark.mark === "points" && mark.classes !== null)
			return [...new Set(mark.classes)].sort().map((group) => ({
				...common,
				name: `${name} ${group}`,
				tone: toneOfClass(group),
			}));
		const entry = { ...common, name, tone: tones(mark) };
		return mark.mark === "field" && mark.target !== null
			? [
					entry,
					{
						...entry,
						name: `${name} = ${formatNumber(mark.target, 5)}`,
						shape: "target",
					},
				]
			: [entry];
	});
	const seen = new Set<string>();
	return entries.filter(({ name, shape }) => {
		const key = `${name} ${shape}`;
		return !seen.has(key) && seen.add(key);
	});
}

function shapeOf({ mark }: PlaneMark): Entry["shape"] {
	switch (mark) {
		case "points":
			return "dot";
		case "path":
		case "arrows":
			return "arrow";
		case "field":
			return "field";
		default:
			return "line";
	}
}

const dots: Record<number, string> = {
	1: "M12 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
	2: "M7.5 1.5h9v9h-9z",
	3: "M12 1l5.5 9.5h-11z",
	4: "M12 0l4.5 6-4.5 6-4.5-6z",
	5: "M10.5 1h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
	6: "M12 0l1.6 4.2 4.4.2-3.4 2.8 1.1 4.3-3.7-2.4-3.7 2.4 1.1-4.3-3.4-2.8 4.4-.2z",
};

function Swatch({ tone, who, shape }: Omit<Entry, "name">) {
	const colour = `var(--series-${tone})`;
	const isGhost = who === "expected";
	const dash = dashOf(tone, who);
	const stroke = {
		stroke: colour,
		strokeWidth: isGhost ? 1.5 : 2.25,
		...(dash === "none" ? {} : { strokeDasharray: dash }),
	};
	return (
		<svg width="24" height="12" focusable="false" aria-hidden="true">
			{shape === "dot" && (
				<path
					d={dots[tone] ?? dots[1]}
					fill={isGhost ? "none" : colour}
					stroke={colour}
				/>
			)}
			{shape === "line" && <path d="M0 6H24" fill="none" {...stroke} />}
			{shape === "target" && (
				<path d="M0 6H24" stroke="var(--follow)" strokeWidth="2.75" />
			)}
			{shape === "arrow" && (
				<path
					d="M1 6H21M16 2L21 6L16 10"
					fill="none"
					{...stroke}
					strokeDasharray={isGhost ? "4 3" : "none"}
				/>
			)}
			{shape === "bar" && (
				<rect
					x="5"
					y="1"
					width="14"
					height="10"
					fill={colour}
					fillOpacity={isGhost ? 0.15 : 0.85}
					stroke={colour}
					strokeDasharray={isGhost ? "4 3" : "none"}
				/>
			)}
			{shape === "field" && (
				<g fill={colour} fillOpacity="0.15" stroke={colour} strokeOpacity="0.7">
					<ellipse cx="12" cy="6" rx="11" ry="5.2" />
					<ellipse cx="12" cy="6" rx="6" ry="2.6" />
				</g>
			)}
		</svg>
	);
}
