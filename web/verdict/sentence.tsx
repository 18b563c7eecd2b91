"use client";

import { useEffect, useState } from "react";
import { RawHtml } from "../components/raw-html.tsx";
import { splitSentence } from "./split-sentence.ts";

/** A sentence of an author's with `code` and $formulas$ in it. The formula renderer is fetched only when one occurs. */
export function Sentence({ text }: { text: string }) {
	return (
		<p>
			{splitSentence(text).map(({ kind, text: part }, index) => {
				const key = `${index} ${part}`;
				if (kind === "code") return <code key={key}>{part}</code>;
				return kind === "formula" ? <Formula key={key} latex={part} /> : part;
			})}
		</p>
	);
}

function Formula({ latex }: { latex: string }) {
	const [html, setHtml] = useState<string | null>(null);
	useEffect(() => {
		let isGone = false;
		import("../markdown/render-formula.ts").then(
			({ renderFormula }) => {
				if (!isGone) setHtml(renderFormula(latex));
			},
			// The sentence stays readable with the formula's source in it.
			(error: unknown) => console.warn(error),
		);
		return () => {
			isGone = true;
		};
	}, [latex]);
	return html === null ? <span>{latex}</span> : <RawHtml html={html} />;
}
