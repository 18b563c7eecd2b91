import { type ReactNode, useId } from "react";
import { ScrollFrame } from "../components/scroll-frame.tsx";

/** A part of the operator's page under its heading. */
export function Section({
	title,
	lead,
	children,
}: {
	title: string;
	lead?: string;
	children: ReactNode;
}) {
	const id = useId();
	return (
		<section className="operator-section" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			{lead !== undefined && <p className="page-lead">{lead}</p>}
			{children}
		</section>
	);
}

/** What stands where there is nothing to list. */
export function Empty({ title, text }: { title: string; text: string }) {
	return (
		<div className="empty-state operator-empty">
			<h3>{title}</h3>
			<p>{text}</p>
		</div>
	);
}

/** A table in a frame that scrolls sideways by itself. */
export function OperatorTable({
	caption,
	head,
	children,
}: {
	caption: string;
	/** What is extra is left out on a phone. */
	head: { text: string; isNumber?: boolean; isExtra?: boolean }[];
	children: ReactNode;
}) {
	return (
		<ScrollFrame className="operator-table" label={caption}>
			<table>
				<caption className="visually-hidden">{caption}</caption>
				<thead>
					<tr>
						{head.map(({ text, isNumber, isExtra }) => (
							<th
								key={text}
								scope="col"
								className={[isNumber && "cell-number", isExtra && "cell-extra"]
									.filter(Boolean)
									.join(" ")}
							>
								{text}
							</th>
						))}
					</tr>
				</thead>
				<tbody>{children}</tbody>
			</table>
		</ScrollFrame>
	);
}
