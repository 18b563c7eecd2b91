"use client";

import { useEffect, useRef } from "react";
import { RawHtml } from "../components/raw-html.tsx";

/** The exercise's text. What is too wide for its column scrolls, and what scrolls can be reached by keyboard. */
export function Statement({ html }: { html: string }) {
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const mark = (): void => {
			const candidates = frame.current?.querySelectorAll<HTMLElement>(
				".katex-display, pre, .table-scroll",
			);
			for (const element of candidates ?? []) {
				if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
				else element.removeAttribute("tabindex");
			}
		};
		const observer = new ResizeObserver(mark);
		if (frame.current) observer.observe(frame.current);
		return () => observer.disconnect();
	}, []);
	return (
		<div className="statement" ref={frame}>
			<RawHtml as="div" html={html} />
		</div>
	);
}
