/** A node of the parser's tree, read generically: the transform visits every kind of node there is. */
export interface AstNode {
	type: string;
	start: number;
	end: number;
	loc: { start: { line: number; column: number } };
	[key: string]: unknown;
}

/** The student's text cannot be graded; `line` and `column` count from 1. */
export class TransformError extends Error {
	override readonly name = "TransformError";
	readonly line: number;
	readonly column: number;
	/** The parser itself gave up, out of stack; how deep that is depends on what V8 has compiled by then. */
	readonly isExhausted: boolean;
	constructor(
		message: string,
		line: number,
		column: number,
		isExhausted = false,
	) {
		super(message);
		this.line = line;
		this.column = column;
		this.isExhausted = isExhausted;
	}
}

export function isAstNode(value: unknown): value is AstNode {
	return (
		typeof value === "object" &&
		value !== null &&
		"type" in value &&
		typeof value.type === "string" &&
		"start" in value
	);
}

export function childNode(node: AstNode, key: string): AstNode | null {
	const child = node[key];
	return isAstNode(child) ? child : null;
}

export function childNodes(node: AstNode, key: string): AstNode[] {
	const children = node[key];
	return Array.isArray(children) ? children.filter(isAstNode) : [];
}

/** All child nodes in source order. */
export function allChildren(node: AstNode): AstNode[] {
	const children: AstNode[] = [];
	for (const [key, value] of Object.entries(node)) {
		if (key === "loc" || key === "extra" || key.endsWith("Comments")) continue;
		if (isAstNode(value)) children.push(value);
		else if (Array.isArray(value))
			for (const item of value) if (isAstNode(item)) children.push(item);
	}
	return children.sort((a, b) => a.start - b.start);
}
