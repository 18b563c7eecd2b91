import type { CSSProperties, ReactNode } from "react";

/**
 * A ring filled to a share, with text in its middle. Says nothing to assistive technology: put the same in words beside.
 *
 * @param share 0 … 1; beyond is clipped
 * @param children `tspan`s for the middle
 */
export function ProgressRing({
	share,
	size,
	tone = "accent",
	children,
}: {
	share: number;
	size: number;
	tone?: "accent" | "right" | "partial" | "wrong" | "neutral";
	children?: ReactNode;
}) {
	const shown = Math.min(1, Math.max(0, share));
	return (
		<svg
			className={`ring ring-${tone}`}
			viewBox="0 0 100 100"
			width={size}
			height={size}
			style={{ "--share": shown } as CSSProperties}
			aria-hidden="true"
			focusable="false"
		>
			<circle className="ring-track" cx="50" cy="50" r="43" pathLength={1} />
			{shown > 0 && (
				<circle className="ring-value" cx="50" cy="50" r="43" pathLength={1} />
			)}
			<text x="50" y="50" textAnchor="middle" dominantBaseline="central">
				{children}
			</text>
		</svg>
	);
}
