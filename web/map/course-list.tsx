import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { chapters } from "../../exercises/chapters.ts";
import type { MapNode } from "./describe-map.ts";
import { StateMark } from "./state-mark.tsx";

/** What the picture of the course shows, in words: each exercise, its state and what it builds on. */
export async function CourseList({ nodes }: { nodes: MapNode[] }) {
	const [t, course, language] = await Promise.all([
		getTranslations("map"),
		getTranslations("course"),
		getLocale(),
	]);
	const titleOf = new Map(nodes.map(({ slug, title }) => [slug, title]));
	return (
		<div className="map-list">
			{chapters.map(({ number, title }) => {
				const own = nodes.filter(({ chapter }) => chapter === number);
				return own.length === 0 ? null : (
					<section key={number} aria-labelledby={`list-${number}`}>
						<h3 id={`list-${number}`}>
							<span>{course("chapter", { number })}</span> {title[language]}
						</h3>
						<ul>
							{own.map((node) => (
								<li key={node.slug}>
									<StateMark state={node.state} />
									<div>
										<p>
											<Link href={`/exercises/${node.slug}`} prefetch={false}>
												{node.title}
											</Link>{" "}
											<span className="map-list-state">
												{t(`state.${node.state}`)}
											</span>
										</p>
										{node.buildsOn.length > 0 && (
											<p className="map-list-roots">
												{t("buildsOn", {
													titles: node.buildsOn
														.map((slug) => titleOf.get(slug))
														.join(t("comma")),
												})}
											</p>
										)}
									</div>
								</li>
							))}
						</ul>
					</section>
				);
			})}
		</div>
	);
}
