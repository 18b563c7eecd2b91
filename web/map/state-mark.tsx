import type { MapState } from "./describe-map.ts";

/** The mark of a state, 16 × 16: told apart by shape as well as by colour. Beside it the same stands in words. */
export function StateMark({
	state,
	x = 0,
	y = 0,
}: {
	state: MapState;
	x?: number;
	y?: number;
}) {
	return (
		<svg
			className={`state-mark state-mark-${state}`}
			x={x}
			y={y}
			width="16"
			height="16"
			viewBox="0 0 16 16"
			aria-hidden="true"
			focusable="false"
		>
			<circle cx="8" cy="8" r="6.5" />
			{state === "solved" && <path d="M5 8.3l2.1 2.1L11 6" />}
			{state === "begun" && <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" />}
			{state === "ready" && <circle className="dot" cx="8" cy="8" r="2.6" />}
		</svg>
	);
}
