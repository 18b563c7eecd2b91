import type { ReactNode, Ref } from "react";

/** A frame whose content may be wider or higher than itself; named and reachable by keyboard, so that it can be scrolled. */
export function ScrollFrame({
	className,
	label,
	ref,
	children,
}: {
	className: string;
	label: string;
	ref?: Ref<HTMLDivElement>;
	children: ReactNode;
}) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
		<div
			className={className}
			ref={ref}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			role="group"
			aria-label={label}
		>
			{children}
		</div>
	);
}
