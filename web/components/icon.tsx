import type { ReactNode } from "react";

const shapes = {
	check: <path d="M3.5 8.5l3 3 6-7" />,
	cross: <path d="M4 4l8 8M12 4l-8 8" />,
	dash: <path d="M3.5 8h9" />,
	follow: <path d="M3 4v3.5a2.5 2.5 0 0 0 2.5 2.5H12M9 7l3 3-3 3" />,
	alert: <path d="M8 2.2l6.3 11.3H1.7zM8 6.5v3.2M8 11.6v.2" />,
	clock: <path d="M8 4.5V8l2.4 1.6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z" />,
	bulb: (
		<path d="M6 13.5h4M6.2 11.2C5.8 9.8 4 9 4 6.4a4 4 0 0 1 8 0c0 2.6-1.8 3.4-2.2 4.8z" />
	),
	arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
	back: <path d="M13 8H3M7 4L3 8l4 4" />,
	undo: <path d="M3 6h6.5a3.5 3.5 0 0 1 0 7H6M6 3L3 6l3 3" />,
	copy: <path d="M6 6h7v7H6zM3 10V3h7" />,
	sun: (
		<path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0z" />
	),
	moon: <path d="M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z" />,
	device: <path d="M2.5 3.5h11v7h-11zM6 13.5h4M8 10.5v3" />,
	user: (
		<path d="M10.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4" />
	),
	down: <path d="M4 6l4 4 4-4" />,
	list: <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />,
	map: (
		<path d="M5.5 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM14.5 3.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM14.5 12.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM5.3 7.1l5.4-2.7M5.3 8.9l5.4 2.7" />
	),
	book: (
		<path d="M8 4.2C6.6 3 4.6 2.8 2.5 3v9.2c2.1-.2 4.1 0 5.5 1.2 1.4-1.2 3.4-1.4 5.5-1.2V3C11.4 2.8 9.4 3 8 4.2zM8 4.2v9.2" />
	),
	search: (
		<path d="M10.4 10.4l3.4 3.4M11.8 7a4.8 4.8 0 1 1-9.6 0 4.8 4.8 0 0 1 9.6 0z" />
	),
	print: <path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" />,
	spark: (
		<path d="M8 2v3M8 11v3M2 8h3M11 8h3M4 4l1.8 1.8M10.2 10.2L12 12M12 4l-1.8 1.8M5.8 10.2L4 12" />
	),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** Draws one of our own line icons beside a text that says the same; hidden from assistive technology. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
	return (
		<svg
			className="icon"
			width={size}
			height={size}
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.6"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			{shapes[name]}
		</svg>
	);
}
