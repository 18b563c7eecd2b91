import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { plainSymbol } from "../markdown/render-formula.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/**
 * The prose of a markdown text for searching and for excerpts: one line per paragraph, heading or cell. Short formulas are
 * written as letters, longer ones become an ellipsis; blocks of code and displayed formulas are left out.
 */
export function readPlainText(markdown: string): string {
	const lines: string[] = [];
	let line = "";
	const endLine = (): void => {
		const text = line.replaceAll(/\s+/g, " ").trim();
		if (/[\p{L}\p{N}]/u.test(text)) lines.push(text);
		line = "";
	};
	const read = (node: Nodes): void => {
		if (node.type === "text" || node.type === "inlineCode") line += node.value;
		else if (node.type === "inlineMath") line += plainSymbol(node.value) ?? "…";
		else if (node.type === "break") line += " ";
		if (!("children" in node)) return;
		for (const child of node.children) read(child);
		if (/^(paragraph|heading|tableCell)$/.test(node.type)) endLine();
	};
	read(parser.parse(markdown));
	return lines.join("\n");
}
