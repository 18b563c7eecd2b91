/** Answers that show no understanding; an exercise that pays more than a tenth for one is not ready. */
import type { PublicPart } from "../public-part.ts";

/** Name of the answer → its source. The shapes are those of the first visible case of each function. */
export function makeLazyAnswers(
	publicPart: PublicPart,
): Record<string, string> {
	const expected = new Map<string, unknown>();
	for (const example of publicPart.cases) {
		if (example.throws === undefined && !expected.has(example.function))
			expected.set(example.function, example.expected);
	}
	const names = publicPart.functions.map((fn) => fn.name);
	const module = (body: (name: string) => string) =>
		names
			.map(
				(name) =>
					`export function ${name}(...args: any[]): any { return ${body(name)}; }`,
			)
			.join("\n");
	const filled = (number: string, flag: string) =>
		module((name) => literal(expected.get(name), number, flag));
	return {
		"all zero": filled("0", "false"),
		"all NaN": filled("NaN", "false"),
		"all 1": filled("1", "true"),
		"all −1": filled("-1", "true"),
		"all 2": filled("2", "true"),
		"all 0.5": filled("0.5", "false"),
		"echo of the first argument": module(() => "args[0]"),
		"echo of the last argument": module(() => "args.at(-1)"),
		"first number given, everywhere": module((name) =>
			literal(expected.get(name), "firstNumber(args)", "true"),
		).concat(
			"\nfunction firstNumber(value: any): number { return typeof value === 'number' ? value : typeof value === 'object' && value ? firstNumber(Object.values(value)[0]) : 0; }",
		),
	};
}

/** Source text of a value of the same shape with every number and flag replaced. */
function literal(shape: unknown, number: string, flag: string): string {
	if (typeof shape === "boolean") return flag;
	if (Array.isArray(shape))
		return `[${shape.map((item) => literal(item, number, flag)).join(",")}]`;
	if (typeof shape === "object" && shape !== null) {
		const entries = Object.entries(shape).map(
			([key, item]) => `${JSON.stringify(key)}:${literal(item, number, flag)}`,
		);
		return `({${entries.join(",")}})`;
	}
	return number;
}
