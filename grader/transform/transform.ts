/**
 * The one transform, free of Node so that a browser could run it as well: parse the student's module once, erase its types,
 * count loop turns and function entries, and wrap it so that its exports come back as an object.
 *
 *   export function f(x: number) { while (x) x--; }
 *   (function(){"use strict";return($tick)=>{       function f(x        ) {$tick(-1); while (x) {$tick(1);x--;} }
 *   ;return {__proto__:null,["f"]:f}}})()
 */
import { parse } from "@babel/parser";
import { closeStatement, eraseTypes } from "./erase-types.ts";
import { LinePreservingEdits, lineBreak, type PositionMap } from "./erasure.ts";
import {
	type AstNode,
	allChildren,
	childNode,
	childNodes,
	isAstNode,
	TransformError,
} from "./syntax.ts";

export interface Transformed {
	/** An expression without `this`: a function of the tick function that runs the module and returns its exports. */
	code: string;
	exportNames: string[];
	positions: PositionMap;
}

const loopTypes = new Set([
	"ForStatement",
	"ForInStatement",
	"ForOfStatement",
	"WhileStatement",
	"DoWhileStatement",
]);
const functionTypes = new Set([
	"FunctionDeclaration",
	"FunctionExpression",
	"ArrowFunctionExpression",
	"ObjectMethod",
	"ClassMethod",
	"ClassPrivateMethod",
]);
const textTypes = new Set([
	"StringLiteral",
	"TemplateElement",
	"RegExpLiteral",
	"DirectiveLiteral",
]);

/**
 * @param source one TypeScript or JavaScript module
 * @throws TransformError with the student's own line and column when it does not parse or uses what is not available
 */
export function transform(source: string): Transformed {
	const program = parseModule(source);
	const comments = childNodes(program, "comments");
	const edits = new LinePreservingEdits(source, comments);
	const typeNames = typeOnlyNames(program);
	const tick = freshName(source, "$tick");
	const exports: { name: string; local: string }[] = [];
	edits.insert(0, `(function(){"use strict";return(${tick})=>{`);

	const interpreter = childNode(program, "interpreter");
	if (interpreter) edits.erase(interpreter.start, interpreter.end);

	const texts: AstNode[] = [];
	// A stack of its own: deep nesting must not depend on how much native stack is left.
	const pending: (
		| { node: AstNode; isInFunction: boolean; isInLoopHead?: boolean }
		| { leave: AstNode }
	)[] = [{ node: program, isInFunction: false }];
	for (let next = pending.pop(); next; next = pending.pop()) {
		if ("leave" in next) {
			closeStatement(next.leave, edits);
			continue;
		}
		const { node } = next;
		refuseUnavailable(node, next.isInFunction);
		if (!eraseTypes(node, edits)) continue;
		if (textTypes.has(node.type)) texts.push(node);
		if (node.type === "ExportNamedDeclaration")
			eraseExport(node, edits, exports, typeNames);
		const isFunction = functionTypes.has(node.type);
		const isLoop = loopTypes.has(node.type);
		if (isFunction) countEntry(node, edits, tick);
		if (isLoop) countTurns(node, edits, tick);
		// In `for (let i = 0 as number; …)` the declaration's end is the loop's to mark.
		if (!next.isInLoopHead) pending.push({ leave: node });
		const isInFunction =
			next.isInFunction ||
			isFunction ||
			node.type === "ClassProperty" ||
			node.type === "StaticBlock";
		if (
			node.type === "ExportNamedDeclaration" &&
			childNodes(node, "specifiers").length > 0
		)
			continue;
		const body = isLoop ? childNode(node, "body") : null;
		for (const child of allChildren(node).reverse())
			pending.push({
				node: child,
				isInFunction,
				isInLoopHead: isLoop && child !== body,
			});
	}
	refuseHtmlComments(edits, [...texts, ...comments]);

	const { code, positions } = edits.apply();
	const returned = exports
		.map(({ name, local }) => `,[${JSON.stringify(name)}]:${local}`)
		.join("");
	return {
		code: `${code}\n;return {__proto__:null${returned}}}})()`,
		exportNames: exports.map((entry) => entry.name),
		positions,
	};
}

function parseModule(source: string): AstNode {
	const file = parseText(source);
	if (!isAstNode(file)) throw new TypeError("the parser returned no tree");
	const program = childNode(file, "program");
	if (!program) throw new TypeError("the parser returned no program");
	program.comments = file.comments;
	refuseDeepNesting(program);
	return program;
}

function parseText(source: string): unknown {
	try {
		return parse(source, {
			sourceType: "module",
			plugins: ["typescript"],
			createParenthesizedExpressions: true,
			attachComment: false,
		});
	} catch (error) {
		if (error instanceof SyntaxError && "loc" in error) {
			const { line, column } = error.loc as { line: number; column: number }; // the parser's documented error shape
			throw new TransformError(
				error.message.includes("parser plugin")
					? "this syntax is not available"
					: error.message.replace(/ \(\d+:\d+\)$/, ""),
				line,
				column + 1,
			);
		}
		if (error instanceof RangeError)
			throw new TransformError(tooDeep, 1, 1, true);
		// The parser stumbles over some texts that are no program, e.g. `namespace for`, without saying where.
		throw new TransformError("the code cannot be read", 1, 1);
	}
}

/**
 * How deep a recursive parser can go depends on the stack and on what is compiled: a quarter of its reach is allowed, and
 * counted, so that every process refuses the same texts. One level costs `levelCost`; a link of a chain that grows to the
 * left (a + b + c, f()()(), x as A as B), of which a parser bears many more, costs 1.
 */
const maxNestingCost = 1_500;
const levelCost = 10;
const tooDeep = "the code is nested too deeply to be read";
const chainKeys: Readonly<Record<string, string>> = {
	BinaryExpression: "left",
	LogicalExpression: "left",
	CallExpression: "callee",
	OptionalCallExpression: "callee",
	MemberExpression: "object",
	OptionalMemberExpression: "object",
	TaggedTemplateExpression: "tag",
	TSAsExpression: "expression",
	TSSatisfiesExpression: "expression",
	TSNonNullExpression: "expression",
};

/**
 * At a `<` the parser tries whether a list of types begins, and goes on trying at each `<` in what might be that list:
 * a<b, a<b, … leaves no nesting in the tree, and needs as much stack as if each stood inside the one before.
 */
const maxComparisons = 100;

/** Where such a list cannot go on from what came before. */
function endsComparisons({ type }: AstNode): boolean {
	return type.endsWith("Statement") || type.endsWith("Declaration");
}

function refuseDeepNesting(program: AstNode): void {
	const nodes = [program];
	const costs = [0];
	const counts = [{ comparisons: 0 }];
	for (let node = nodes.pop(); node; node = nodes.pop()) {
		const cost = costs.pop() ?? 0;
		const inherited = counts.pop() ?? { comparisons: 0 };
		const count = endsComparisons(node) ? { comparisons: 0 } : inherited;
		if (node.type === "BinaryExpression" && /^<<?$/.test(String(node.operator)))
			count.comparisons++;
		if (cost > maxNestingCost || count.comparisons > maxComparisons)
			throw new TransformError(
				tooDeep,
				node.loc.start.line,
				node.loc.start.column + 1,
			);
		const chainKey = chainKeys[node.type];
		for (const key in node) {
			if (key === "loc" || key === "extra" || key === "comments") continue;
			const value = node[key];
			if (typeof value !== "object" || value === null) continue;
			const childCost = cost + (key === chainKey ? 1 : levelCost);
			for (const item of Array.isArray(value) ? value : [value]) {
				if (!isAstNode(item)) continue;
				nodes.push(item);
				costs.push(childCost);
				counts.push(count);
			}
		}
	}
}

/** A name that the source does not use, not even spelt with escapes (`\u0024tick`): it could be shadowed. */
function freshName(source: string, wanted: string): string {
	const spelt = source.replace(
		/\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/gi,
		(_, long, short) => String.fromCharCode(Number.parseInt(long ?? short, 16)),
	);
	let name = wanted;
	for (let count = 0; spelt.includes(name); count++) name = `${wanted}${count}`;
	return name;
}

function refuseUnavailable(node: AstNode, isInFunction: boolean): void {
	const refuse = (message: string) => {
		throw new TransformError(
			message,
			node.loc.start.line,
			node.loc.start.column + 1,
		);
	};
	switch (node.type) {
		case "ImportDeclaration":
			if (node.importKind !== "type")
				refuse(
					"imports are not available; an exercise is one self-contained file",
				);
			break;
		case "ImportExpression":
			refuse(
				"imports are not available; an exercise is one self-contained file",
			);
			break;
		case "MetaProperty":
			if (childNode(node, "meta")?.name === "import")
				refuse("import.meta is not available");
			break;
		case "ExportAllDeclaration":
			refuse(
				"exporting from another file is not available; an exercise is one self-contained file",
			);
			break;
		case "ExportDefaultDeclaration":
			refuse("export each function by its name instead of `export default`");
			break;
		case "ExportNamedDeclaration":
			if (childNode(node, "source") && node.exportKind !== "type") {
				refuse(
					"exporting from another file is not available; an exercise is one self-contained file",
				);
			}
			break;
		case "AwaitExpression":
			if (!isInFunction) refuse("`await` outside a function is not available");
			break;
		case "ForOfStatement":
			if (node.await === true && !isInFunction)
				refuse("`await` outside a function is not available");
			break;
		default:
	}
}

/** Inside the wrapping function `<!--`, and `-->` where a line begins, would open a comment; in a module they are operators. */
function refuseHtmlComments(
	edits: LinePreservingEdits,
	texts: readonly AstNode[],
): void {
	const lines = edits.remaining(texts).split(lineBreak);
	for (const [index, line] of lines.entries()) {
		const match = /<!--|^\s*-->/.exec(line);
		if (!match) continue;
		const operators = match[0].trim();
		throw new TransformError(
			`put spaces between the operators in \`${operators}\``,
			index + 1,
			match.index + match[0].length - operators.length + 1,
		);
	}
}

/** Names that stand for a type alone: exporting one exports nothing. */
function typeOnlyNames(program: AstNode): ReadonlySet<string> {
	const types = new Set<string>();
	const values = new Set<string>();
	for (const statement of childNodes(program, "body")) {
		const declaration = childNode(statement, "declaration") ?? statement;
		const isType =
			declaration.type === "TSInterfaceDeclaration" ||
			declaration.type === "TSTypeAliasDeclaration";
		for (const name of declaredNames(declaration))
			(isType ? types : values).add(name);
	}
	return new Set([...types].filter((name) => !values.has(name)));
}

function eraseExport(
	node: AstNode,
	edits: LinePreservingEdits,
	exports: { name: string; local: string }[],
	typeNames: ReadonlySet<string>,
): void {
	const declaration = childNode(node, "declaration");
	if (!declaration) {
		for (const specifier of childNodes(node, "specifiers")) {
			if (specifier.exportKind === "type") continue;
			const local = childNode(specifier, "local");
			const exported = childNode(specifier, "exported");
			if (local && exported && !typeNames.has(String(local.name))) {
				exports.push({
					name: String(exported.name ?? exported.value),
					local: String(local.name),
				});
			}
		}
		edits.erase(node.start, node.end);
		edits.put(node.start, ";");
		return;
	}
	edits.erase(node.start, node.start + "export".length);
	edits.put(node.start, ";");
	for (const name of declaredNames(declaration))
		exports.push({ name, local: name });
}

function declaredNames(declaration: AstNode): string[] {
	const id = childNode(declaration, "id");
	if (id) return [String(id.name)];
	const names: string[] = [];
	const pending = childNodes(declaration, "declarations").flatMap(
		(declarator) => childNode(declarator, "id") ?? [],
	);
	for (let pattern = pending.pop(); pattern; pattern = pending.pop()) {
		if (pattern.type === "Identifier") names.push(String(pattern.name));
		else if (pattern.type === "ObjectProperty")
			pending.push(...[childNode(pattern, "value")].filter(isAstNode));
		else if (pattern.type === "AssignmentPattern")
			pending.push(...[childNode(pattern, "left")].filter(isAstNode));
		else
			pending.push(
				...allChildren(pattern).filter((child) => !child.type.startsWith("TS")),
			);
	}
	return names.reverse();
}

function countEntry(
	node: AstNode,
	edits: LinePreservingEdits,
	tick: string,
): void {
	const body = childNode(node, "body");
	if (!body) return;
	// Below zero: an entry. When the budget runs out, the loop around it is the better place to look.
	const call = `${tick}(-${node.loc.start.line})`;
	if (body.type !== "BlockStatement") {
		edits.surround(body.start, `(${call},`, body.end, ")");
		return;
	}
	edits.insert(body.start + 1, `${call};`);
}

function countTurns(
	node: AstNode,
	edits: LinePreservingEdits,
	tick: string,
): void {
	const body = childNode(node, "body");
	if (!body) return;
	const call = `${tick}(${node.loc.start.line});`;
	if (body.type === "BlockStatement") edits.insert(body.start + 1, call);
	else edits.surround(body.start, `{${call}`, body.end, "}");
}
