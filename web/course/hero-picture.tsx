const people = [
	{ x: 40, letter: "x", forward: "x²", backward: "·2x" },
	{ x: 140, letter: "a", forward: "ln a", backward: "·1/a" },
	{ x: 240, letter: "b", forward: "√b", backward: "·1/2√b" },
	{ x: 340, letter: "c", forward: "", backward: "" },
];

/** A chain of four values: forward above, backward below. Decoration only. */
export function HeroPicture() {
	return (
		<svg
			className="hero-picture"
			viewBox="0 0 380 150"
			aria-hidden="true"
			focusable="false"
		>
			{people.map(({ x, letter, forward, backward }) => (
				<g key={letter}>
					{forward !== "" && (
						<>
							<path
								className="hero-forward"
								d={`M${x + 16} 58 Q${x + 50} 22 ${x + 82} 56`}
							/>
							<path
								className="hero-forward-head"
								d={`M${x + 84} 59 l-9.5 -2.5 l6.5 -6.5 z`}
							/>
							<text className="hero-forward-text" x={x + 50} y="24">
								{forward}
							</text>
							<path
								className="hero-backward"
								d={`M${x + 84} 92 Q${x + 50} 128 ${x + 18} 94`}
							/>
							<path
								className="hero-backward-head"
								d={`M${x + 16} 91 l9.5 2.5 l-6.5 6.5 z`}
							/>
							<text className="hero-backward-text" x={x + 50} y="134">
								{backward}
							</text>
						</>
					)}
					<circle className="hero-node" cx={x} cy="75" r="22" />
					<text className="hero-letter" x={x} y="76">
						{letter}
					</text>
				</g>
			))}
		</svg>
	);
}
