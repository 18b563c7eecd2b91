"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/** A disclosure that closes on Escape, on a click elsewhere and on navigation. Opens without JavaScript too. */
export function Menu({
	label,
	button,
	children,
}: {
	label: string;
	button: ReactNode;
	children: ReactNode;
}) {
	const details = useRef<HTMLDetailsElement>(null);
	const path = usePathname();

	// biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
	useEffect(() => {
		if (details.current) details.current.open = false;
	}, [path]);

	useEffect(() => {
		const closeOnKey = (event: KeyboardEvent): void => {
			if (event.key !== "Escape" || !details.current?.open) return;
			details.current.open = false;
			details.current.querySelector("summary")?.focus();
		};
		const closeOnClick = (event: PointerEvent): void => {
			if (
				event.target instanceof Node &&
				details.current?.contains(event.target)
			)
				return;
			if (details.current) details.current.open = false;
		};
		document.addEventListener("keydown", closeOnKey);
		document.addEventListener("pointerdown", closeOnClick);
		return () => {
			document.removeEventListener("keydown", closeOnKey);
			document.removeEventListener("pointerdown", closeOnClick);
		};
	}, []);

	return (
		<details className="menu" ref={details}>
			<summary className="tool-button menu-button">
				<span className="visually-hidden">{label}</span>
				{button}
			</summary>
			<div className="menu-panel">{children}</div>
		</details>
	);
}
