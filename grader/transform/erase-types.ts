/**
 * Erases TypeScript's types from a parsed module, node by node. Only syntax that leaves nothing behind is accepted:
 * what would need code of its own (enum, namespace, parameter properties) is refused with the plain alternative.
 */
import type { LinePreservingEdits } from "./erasure.ts";
import {
	type AstNode,
	childNode,
	childNodes,
	TransformError,
} from "./syntax.ts";

const refusedSyntax: Record<string, string> = {
	TSEnumDeclaration:
		'an enum is not available; use a union of strings such as "a" | "b"',
	TSModuleDeclaration:
		"a namespace is not available; use plain functions and objects",
	TSParameterProperty:
		"a parameter property is not available; declare the field and assign it in the constructor",
	TSImportEqualsDeclaration:
		"imports are not available; an exercise is one self-contained file",
	TSExportAssignment:
		"`export =` is not available; export each function by its name",
	TSNamespaceExportDeclaration:
		"a namespace is not available; use plain functions and objects",
	TSTypeAssertion: "write `value as Type` instead of `<Type>value`",
	Decorator: "decorators are not available",
};

const modifierWords =
	/\b(public|private|protected|readonly|override|abstract|declare)\b/g;

/** Statements whose end may rest on a line break; an erased tail must not join them with the next line. */
const endsByLineBreak = new Set([
	"ExpressionStatement",
	"VariableDeclaration",
	"ReturnStatement",
	"ThrowStatement",
	"ClassProperty",
	"ClassPrivateProperty",
	"ClassAccessorProperty",
	"DoWhileStatement",
]);

/**
 * Erases what is type-only about `node` itself.
 * @returns false when the whole node is gone and its children need no visit
 * @throws TransformError on syntax that cannot be erased
 */
export function eraseTypes(node: AstNode, edits: LinePreservingEdits): boolean {
	if (node.declare === true || isTypeOnlyStatement(node)) {
		eraseStatement(node, edits);
		return false;
	}
	const refusal = refusedSyntax[node.type];
	if (refusal)
		throw new TransformError(
			refusal,
			node.loc.start.line,
			node.loc.start.column + 1,
		);

	switch (node.type) {
		case "TSAsExpression":
		case "TSSatisfiesExpression":
			edits.erase(childNode(node, "expression")?.end ?? node.end, node.end);
			return true;
		case "TSNonNullExpression":
			edits.erase(node.end - 1, node.end);
			return true;
		case "BinaryExpression":
		case "LogicalExpression":
			keepPrecedence(node, edits);
			return true;
		case "TSInstantiationExpression":
			return true;
		case "ClassDeclaration":
		case "ClassExpression":
			eraseClassHead(node, edits);
			return true;
		case "ClassProperty":
		case "ClassPrivateProperty":
		case "ClassAccessorProperty":
		case "ClassMethod":
		case "ClassPrivateMethod":
			if (node.abstract === true) {
				eraseStatement(node, edits);
				return false;
			}
			eraseMemberModifiers(node, edits);
			eraseMark(node, childNode(node, "key"), edits);
			eraseThisParameter(node, edits);
			return true;
		case "VariableDeclarator":
			eraseMark(node, childNode(node, "id"), edits);
			return true;
		case "Identifier":
			if (node.optional === true)
				eraseCharAfter(node.start + String(node.name).length, "?", edits);
			return true;
		case "ArrowFunctionExpression":
			eraseArrowHead(node, edits);
			eraseThisParameter(node, edits);
			return true;
		case "FunctionDeclaration":
		case "FunctionExpression":
		case "ObjectMethod":
			eraseThisParameter(node, edits);
			return true;
		default:
	}
	if (node.type.startsWith("TS")) {
		edits.erase(node.start, node.end);
		return false;
	}
	return true;
}

/** Call after a statement's children are done: keeps two statements apart when the first one's last characters went. */
export function closeStatement(
	node: AstNode,
	edits: LinePreservingEdits,
): void {
	if (endsByLineBreak.has(node.type) && edits.isErasedAt(node.end - 1))
		edits.put(node.end - 1, ";");
}

function isTypeOnlyStatement(node: AstNode): boolean {
	switch (node.type) {
		case "TSInterfaceDeclaration":
		case "TSTypeAliasDeclaration":
		case "TSDeclareFunction":
		case "TSDeclareMethod":
		case "TSAbstractMethodDefinition":
		case "TSIndexSignature":
			return true;
		case "ImportDeclaration":
			return node.importKind === "type";
		case "ExportNamedDeclaration": {
			if (node.exportKind === "type") return true;
			const declaration = childNode(node, "declaration");
			return (
				declaration !== null &&
				(declaration.declare === true || isTypeOnlyStatement(declaration))
			);
		}
		default:
			return false;
	}
}

/** A semicolon stays in its place, so that the lines around it do not become one statement. */
function eraseStatement(node: AstNode, edits: LinePreservingEdits): void {
	edits.erase(node.start, node.end);
	edits.put(node.start, ";");
}

function eraseClassHead(node: AstNode, edits: LinePreservingEdits): void {
	if (node.abstract === true) {
		const at = edits.searchable.indexOf("abstract", node.start);
		edits.erase(at, at + "abstract".length);
	}
	const interfaces = childNodes(node, "implements");
	const first = interfaces[0];
	const last = interfaces.at(-1);
	if (first && last)
		edits.erase(
			edits.searchable.lastIndexOf("implements", first.start),
			last.end,
		);
}

function eraseMemberModifiers(node: AstNode, edits: LinePreservingEdits): void {
	const key = childNode(node, "key");
	const head = edits.searchable.slice(node.start, key?.start ?? node.start);
	for (const match of head.matchAll(modifierWords)) {
		const at = node.start + match.index;
		edits.erase(at, at + match[0].length);
		if (match.index === 0) edits.put(at, ";");
	}
}

/** Erases the `?` or `!` after a class member's key or a variable's name. */
function eraseMark(
	node: AstNode,
	name: AstNode | null,
	edits: LinePreservingEdits,
): void {
	if (!name) return;
	const mark =
		node.definite === true ? "!" : node.optional === true ? "?" : null;
	if (mark === null) return;
	const nameEnd =
		name.type === "Identifier"
			? name.start + String(name.name).length
			: name.end;
	eraseCharAfter(nameEnd, mark, edits);
}

function eraseCharAfter(
	from: number,
	char: string,
	edits: LinePreservingEdits,
): void {
	const at = edits.searchable.indexOf(char, from);
	if (at >= 0) edits.erase(at, at + 1);
}

/** `(a): T\n => b` must keep its parenthesis and arrow on one line, `<T>(a) => b` its start on the line of `return`. */
function eraseArrowHead(node: AstNode, edits: LinePreservingEdits): void {
	const returnType = childNode(node, "returnType");
	if (returnType) {
		const parenthesis = edits.searchable.lastIndexOf(")", returnType.start);
		edits.erase(returnType.start, returnType.end);
		if (edits.hasLineBreak(parenthesis, returnType.end)) {
			// Comments in between go as well: one of them may hold the line break.
			edits.erase(parenthesis, returnType.end);
			edits.put(returnType.end - 1, ")");
		}
	}
	// Erased here for good: a later visit would erase the parenthesis that moved into their place.
	node.returnType = null;
	const typeParameters = childNode(node, "typeParameters");
	node.typeParameters = null;
	if (!typeParameters) return;
	const parenthesis = edits.searchable.indexOf("(", typeParameters.end);
	const hasBreak = edits.hasLineBreak(typeParameters.start, parenthesis);
	edits.erase(typeParameters.start, typeParameters.end);
	if (hasBreak) {
		edits.erase(typeParameters.start, parenthesis + 1);
		edits.put(typeParameters.start, "(");
	}
}

/** `1 + 2 as number * 3` means `(1 + 2) * 3`: without the type, the operand needs brackets to stay one. */
function keepPrecedence(node: AstNode, edits: LinePreservingEdits): void {
	const left = childNode(node, "left");
	let operand = left;
	while (
		operand?.type === "TSAsExpression" ||
		operand?.type === "TSSatisfiesExpression"
	)
		operand = childNode(operand, "expression");
	if (left && operand && operand !== left)
		edits.surround(operand.start, "(", operand.end, ")");
}

function eraseThisParameter(node: AstNode, edits: LinePreservingEdits): void {
	const [first, second] = childNodes(node, "params");
	if (first?.type !== "Identifier" || first.name !== "this") return;
	const comma = second ? second.start : first.end;
	edits.erase(first.start, comma);
	if (!second) {
		const next = edits.searchable.indexOf(",", first.end);
		const close = edits.searchable.indexOf(")", first.end);
		if (next >= 0 && next < close) edits.erase(next, next + 1);
	}
}
