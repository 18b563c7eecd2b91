import type { Element, ElementContent, Parents, Root, Text } from "hast";
import type { Language } from "../../exercises/bundle.ts";
import type { Term } from "../../exercises/glossary.ts";

/** A link belongs into prose: not into headings, code (formulas are code until they are drawn), tables or other links. */
const skipped = /^(h[1-6]|code|pre|table|a)$/;

/**
 * Makes a step that links the first mention of each term in a text to its place in the glossary. Where one form begins
 * with another the longest is taken, and it uses its letters up: "cross-entropy" never counts as a mention of "entropy".
 * Latin letters match as whole words in either case; Chinese ones wherever they stand.
 */
export function linkTerms(terms: readonly Term[], language: Language) {
	const idOf = new Map<string, string | null>();
	for (const { id, term, also, not } of terms) {
		for (const form of [term[language], ...(also?.[language] ?? [])])
			idOf.set(normalize(form), id);
		for (const phrase of not?.[language] ?? [])
			idOf.set(normalize(phrase), null);
	}
	const pattern = matchForms([...idOf.keys()]);

	return () =>
		(tree: Root): void => {
			const linked = new Set<string>();
			const linkIn = (parent: Parents): void => {
				// The root as well holds nothing but what an element may hold.
				const children = parent.children as ElementContent[];
				parent.children = children.flatMap((node) => {
					if (node.type === "text") return split(node.value);
					if (node.type === "element" && !skipped.test(node.tagName))
						linkIn(node);
					return [node];
				});
			};
			const split = (text: string): ElementContent[] => {
				const parts: ElementContent[] = [];
				let done = 0;
				for (const { 0: mention, index } of text.matchAll(pattern)) {
					const id = idOf.get(normalize(mention));
					if (!id || linked.has(id)) continue;
					linked.add(id);
					parts.push(plain(text.slice(done, index)), link(id, mention));
					done = index + mention.length;
				}
				return [...parts, plain(text.slice(done))];
			};
			linkIn(tree);
		};
}

/** All forms as one pattern, the longest first; a space in a form may be a line's end in the text. */
function matchForms(forms: string[]): RegExp {
	const alternatives = forms
		.toSorted((one, other) => other.length - one.length)
		.map((form) => {
			const source = form
				.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
				.replaceAll(" ", "\\s+");
			const before = /^\w/.test(form) ? "(?<![\\w-])" : "";
			const after = /\w$/.test(form) ? "(?![\\w-])" : "";
			return before + source + after;
		});
	return new RegExp(alternatives.join("|") || "(?!)", "giu");
}

function normalize(form: string): string {
	return form.toLowerCase().replaceAll(/\s+/g, " ");
}

function plain(value: string): Text {
	return { type: "text", value };
}

function link(id: string, mention: string): Element {
	return {
		type: "element",
		tagName: "a",
		properties: { className: ["term-link"], href: `/glossary#${id}` },
		children: [plain(mention)],
	};
}
