"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ScrollFrame } from "../components/scroll-frame.tsx";

/** The frame in which the map scrolls; where it is wider than the frame, it opens at the exercise offered next. */
export function MapFrame({
	label,
	children,
}: {
	label: string;
	children: ReactNode;
}) {
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const box = frame.current?.querySelector("[data-next]");
		if (!frame.current || !box) return;
		const [outer, inner] = [
			frame.current.getBoundingClientRect(),
			box.getBoundingClientRect(),
		];
		frame.current.scrollBy({
			left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
			top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
		});
	}, []);
	return (
		<ScrollFrame className="map-frame" label={label} ref={frame}>
			{children}
		</ScrollFrame>
	);
}
