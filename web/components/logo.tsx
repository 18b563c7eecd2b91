/** The word mark: two links of a chain and the name. */
export function Logo() {
	return (
		<span className="logo">
			<svg
				className="logo-mark"
				viewBox="0 0 34 20"
				width="34"
				height="20"
				aria-hidden="true"
				focusable="false"
			>
				<circle
					cx="10.5"
					cy="10"
					r="7.5"
					fill="none"
					stroke="currentColor"
					strokeWidth="3"
				/>
				<circle
					cx="23.5"
					cy="10"
					r="7.5"
					fill="none"
					className="logo-second"
					strokeWidth="3"
				/>
				<path
					d="M17.1 6.4a7.5 7.5 0 0 0-6.6-3.9"
					fill="none"
					stroke="currentColor"
					strokeWidth="3"
				/>
				<path
					d="M16.2 14.9a7.5 7.5 0 0 0 1.8-4.9"
					fill="none"
					stroke="currentColor"
					strokeWidth="3"
				/>
			</svg>
			<span className="logo-word">Chainrule</span>
		</span>
	);
}
