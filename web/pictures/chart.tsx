"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ChartModel } from "./draw-chart.ts";
import { useWidth } from "./use-width.ts";

type Draw = typeof import("./draw-chart.ts");

/** A chart; the library that draws it is fetched when it is about to come into sight. */
export function Chart({
	model,
	sentence,
}: {
	model: ChartModel;
	sentence: string;
}) {
	const t = useTranslations("pictures");
	const host = useRef<HTMLDivElement>(null);
	const width = useWidth(host);
	const [draw, setDraw] = useState<Draw | "failed" | null>(null);
	const round = t("round");

	useEffect(() => {
		if (host.current === null) return;
		let isGone = false;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (!entry?.isIntersecting) return;
				observer.disconnect();
				import("./draw-chart.ts").then(
					(loaded) => {
						if (!isGone) setDraw(loaded);
					},
					(error: unknown) => {
						// Words and numbers stay; a reader without a connection is told so.
						console.warn(error);
						if (!isGone) setDraw("failed");
					},
				);
			},
			{ rootMargin: "400px" },
		);
		observer.observe(host.current);
		return () => {
			isGone = true;
			observer.disconnect();
		};
	}, []);

	useEffect(() => {
		if (host.current === null || draw === null || draw === "failed") return;
		if (width === 0) return;
		try {
			host.current.replaceChildren(draw.drawChart(model, width, { round }));
		} catch (error) {
			// The library may not cope with what a student returned; that is no reason to lose the page.
			console.warn(error);
			host.current.replaceChildren();
			setDraw("failed");
		}
	}, [draw, model, width, round]);

	const isEqual = model.kind === "plane" && model.isEqual;
	return (
		<>
			<div
				className={`chart ${isEqual ? "chart-equal" : ""}`}
				ref={host}
				role="img"
				aria-label={sentence}
			/>
			{draw === "failed" && <p className="quiet">{t("notDrawn")}</p>}
		</>
	);
}
