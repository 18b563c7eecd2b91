/** Automatic mutants of a solution: every operator at every place it fits, one small change each. */
import { parse } from "@babel/parser";
import {
	type AstNode,
	allChildren,
	childNode,
	isAstNode,
} from "../transform/syntax.ts";

/** One changed copy of a source. `operator` names the change as an author writes it in `equivalentMutants`. */
export interface Mutant {
	line: number;
	operator: string;
	source: string;
}

const replacements: Readonly<Record<string, readonly string[]>> = {
	"+": ["-"],
	"-": ["+"],
	"*": ["/"],
	"/": ["*"],
	"%": ["*"],
	"**": ["*"],
	"<": ["<=", ">="],
	"<=": ["<", ">"],
	">": [">=", "<="],
	">=": [">", "<"],
	"===": ["!=="],
	"!==": ["==="],
	"&&": ["||"],
	"||": ["&&"],
	"+=": ["-="],
	"-=": ["+="],
	"*=": ["/="],
	"/=": ["*="],
	"++": ["--"],
	"--": ["++"],
};

/** Type-only syntax is skipped; these hold an ordinary expression. */
const typedExpressions = new Set([
	"TSAsExpression",
	"TSSatisfiesExpression",
	"TSNonNullExpression",
]);

/** @returns all mutants of a source that parses, in reading order */
export function makeMutants(source: string): Mutant[] {
	const file: unknown = parse(source, {
		sourceType: "module",
		plugins: ["typescript"],
	});
	const program = isAstNode(file) ? childNode(file, "program") : null;
	const mutants: Mutant[] = [];
	if (!program) return mutants;
	const pending = [program];
	for (let node = pending.pop(); node; node = pending.pop()) {
		if (node.type.startsWith("TS") && !typedExpressions.has(node.type))
			continue;
		for (const change of changesOf(node, source)) {
			const mutated =
				source.slice(0, change.start) + change.text + source.slice(change.end);
			mutants.push({
				line: node.loc.start.line,
				operator: change.operator,
				source: mutated,
			});
		}
		pending.push(...allChildren(node).reverse());
	}
	return mutants;
}

interface Change {
	start: number;
	end: number;
	text: string;
	operator: string;
}

function changesOf(node: AstNode, source: string): Change[] {
	switch (node.type) {
		case "BinaryExpression":
		case "LogicalExpression":
		case "AssignmentExpression":
			return operatorChanges(
				node,
				childNode(node, "left"),
				childNode(node, "right"),
				source,
			);
		case "UpdateExpression": {
			const argument = childNode(node, "argument");
			if (!argument) return [];
			const at = node.prefix === true ? node.start : argument.end;
			return swaps(
				String(node.operator),
				source.indexOf(String(node.operator), at),
			);
		}
		case "UnaryExpression": {
			const sign = String(node.operator);
			if (sign !== "-" && sign !== "!") return [];
			return [
				{
					start: node.start,
					end: node.start + 1,
					text: "",
					operator: `${sign} removed`,
				},
			];
		}
		case "NumericLiteral": {
			const value = Number(node.value);
			return [
				{
					start: node.start,
					end: node.end,
					text: String(value + 1),
					operator: `${value} → ${value + 1}`,
				},
			];
		}
		case "BooleanLiteral": {
			const text = String(node.value !== true);
			return [
				{
					start: node.start,
					end: node.end,
					text,
					operator: `${node.value} → ${text}`,
				},
			];
		}
		case "IfStatement":
		case "ConditionalExpression": {
			const test = childNode(node, "test");
			if (!test) return [];
			return ["true", "false"].map((text) => ({
				start: test.start,
				end: test.end,
				text,
				operator: `condition → ${text}`,
			}));
		}
		case "CallExpression":
			return callChanges(node, source);
		case "ThrowStatement":
		case "ExpressionStatement":
			return [
				{
					start: node.start,
					end: node.end,
					text: ";",
					operator: "statement removed",
				},
			];
		default:
			return [];
	}
}

function operatorChanges(
	node: AstNode,
	left: AstNode | null,
	right: AstNode | null,
	source: string,
): Change[] {
	if (!left || !right) return [];
	const operator = String(node.operator);
	const at = source.indexOf(operator, left.end);
	return at < 0 || at >= right.start ? [] : swaps(operator, at);
}

function swaps(operator: string, at: number): Change[] {
	return (replacements[operator] ?? []).map((text) => ({
		start: at,
		end: at + operator.length,
		text,
		operator: `${operator} → ${text}`,
	}));
}

/** `Math.f(x)` loses its function: what is left is x. */
function callChanges(node: AstNode, source: string): Change[] {
	const callee = childNode(node, "callee");
	const object = callee ? childNode(callee, "object") : null;
	const [argument, ...rest] = Array.isArray(node.arguments)
		? node.arguments.filter(isAstNode)
		: [];
	if (object?.name !== "Math" || !callee || !argument || rest.length > 0)
		return [];
	const name = source.slice(callee.start, callee.end);
	return [
		{
			start: node.start,
			end: node.end,
			text: `(${source.slice(argument.start, argument.end)})`,
			operator: `${name} removed`,
		},
	];
}
