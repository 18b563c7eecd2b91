/**
 * The files of a new exercise bundle: a tiny exercise that is complete and proves itself, so that an author changes what works
 * instead of collecting what is missing. Where only an author can know what belongs there stands `placeholder`; proving lists
 * every one that is left.
 */
import { placeholder } from "../bundles/placeholder.ts";

const both = (en: string, zh: string) => ({
	en: placeholder(en),
	zh: placeholder(zh),
});

const exerciseOf = (slug: string) => ({
	schemaVersion: 1,
	slug,
	title: both("the title", "标题"),
	summary: both("one sentence for the course page", "课程页面上的一句话简介"),
	chapter: 1,
	order: 1000,
	difficulty: 1,
	minutes: 15,
	prerequisites: [],
	sources: [],
	checks: [
		{
			id: "visible",
			title: { en: "Worked values", zh: "示例数值" },
			points: 4,
			visible: true,
		},
		{
			id: "random",
			title: { en: "Random inputs", zh: "随机输入" },
			points: 4,
			visible: false,
		},
		{
			id: "edge",
			title: { en: "Borders", zh: "边界情形" },
			points: 1,
			visible: false,
		},
		{
			id: "pure",
			title: { en: "Arguments stay unchanged", zh: "不改动传入的参数" },
			points: 1,
			visible: false,
		},
	],
	tolerance: {
		absolute: 1e-9,
		relative: 1e-9,
		reason:
			"A closed formula: another order of its operations moves a double result by about 1e-15.",
	},
	limits: { cpuMs: 1000, heapMib: 64, outputKib: 256 },
	pictures: [],
	hints: [both("a nudge, not the answer", "一点提示，而不是答案")],
	wrong: {
		"bias-forgotten": both(
			"what their value is, and which thought leads to the right one",
			"学生得到的是什么，怎样想才能得到正确的值",
		),
		"bias-weighted": both(
			"what their value is, and which thought leads to the right one",
			"学生得到的是什么，怎样想才能得到正确的值",
		),
	},
	equivalentMutants: [],
});

const cases = `import {
	cases,
	fixed,
	property,
	pure,
	refuses,
	returnsSteps,
	stepGraph,
} from "../authoring/index.ts";

/** Each step: its name (a key of the result), its formula, what it is computed from, and how. */
const neuron = returnsSteps(
	"neuron",
	["w", "x", "b"],
	(w: number[], x: number[], b: number) => {
		if (w.length !== x.length) throw new RangeError("lengths differ");
		return { w, x, b };
	},
	stepGraph<{ w: number[]; x: number[]; b: number }>()
		.step("sum", "s = \\\\sum_i w_i x_i", ["w", "x"], ({ w, x }) =>
			w.reduce((total, weight, i) => total + weight * (x[i] ?? 0), 0),
		)
		.step("z", "z = s + b", ["sum", "b"], ({ sum, b }) => sum + b),
);

export default cases({
	visible: [
		// The last argument: numbers as printed in the statement; proving holds the steps against them.
		fixed(
			neuron,
			{ en: "Two inputs", zh: "两个输入" },
			[[2, -1], [3, 4], 0.5],
			{ sum: "2", z: "2.5" },
		),
		fixed(neuron, { en: "One input", zh: "一个输入" }, [[0.5], [3], -2]),
	],
	random: [
		property(
			neuron,
			{ en: "1 to 5 inputs in [−10, 10]", zh: "1 到 5 个输入 ∈ [−10, 10]" },
			16,
			(draw) => {
				const inputs = draw.integer(1, 5);
				return [
					draw.vector(inputs, -10, 10),
					draw.vector(inputs, -10, 10),
					draw.number(-10, 10),
				];
			},
		),
	],
	edge: [
		fixed(neuron, { en: "no inputs", zh: "没有输入" }, [[], [], 1.5]),
		refuses(neuron, { en: "lengths differ", zh: "长度不同" }, [[1, 2], [1], 0]),
	],
	pure: [
		pure({ en: "vectors stay as they were", zh: "向量保持不变" }, neuron),
	],
});
`;

const solution = `/** The weighted sum of a neuron's inputs, and its weighted input z = sum + b. */
export function neuron(
	w: number[],
	x: number[],
	b: number,
): { sum: number; z: number } {
	if (w.length !== x.length) {
		throw new RangeError(\`expected as many inputs as weights; got \${x.length} and \${w.length}\`);
	}
	let sum = 0;
	for (let i = 0; i < w.length; i++) sum += w[i] * x[i];
	return { sum, z: sum + b };
}
`;

const starter = `/** The weighted sum of a neuron's inputs, and its weighted input z = sum + b. */
export function neuron(
	w: number[],
	x: number[],
	b: number,
): { sum: number; z: number } {
	return { sum: 0, z: 0 };
}
`;

const statementOf = {
	en: `${placeholder("why a reader should care, in two sentences")}

## The formula

$$
s = \\sum_i w_i x_i, \\qquad z = s + b.
$$

With $w = (2, -1)$, $x = (3, 4)$ and $b = 0.5$ we get $s = 2$ and $z = 2.5$.

${placeholder("the worked numbers of your exercise")}

## What to implement

\`\`\`ts
export function neuron(w: number[], x: number[], b: number): { sum: number; z: number };
\`\`\`

## Rules

- \`w\` and \`x\` of different lengths: throw a \`RangeError\`.
- Without inputs the sum is 0.
- Leave the arguments as they are.
`,
	zh: `${placeholder("用两句话说明为什么值得学")}

## 公式

$$
s = \\sum_i w_i x_i, \\qquad z = s + b.
$$

取 $w = (2, -1)$、$x = (3, 4)$、$b = 0.5$，得 $s = 2$，$z = 2.5$。

${placeholder("你的练习中算好的数值")}

## 要实现的函数

\`\`\`ts
export function neuron(w: number[], x: number[], b: number): { sum: number; z: number };
\`\`\`

## 规则

- \`w\` 与 \`x\` 长度不同：抛出 \`RangeError\`。
- 没有输入时，和为 0。
- 不改动传入的参数。
`,
};

/** @returns path in the bundle's folder → text */
export function newBundleFiles(slug: string): Record<string, string> {
	return {
		"exercise.json": `${JSON.stringify(exerciseOf(slug), null, "\t")}\n`,
		"statement.en.md": statementOf.en,
		"statement.zh.md": statementOf.zh,
		"starter.ts": starter,
		"solution.ts": solution,
		"cases.ts": cases,
		"wrong/bias-forgotten.ts": solution.replace("z: sum + b", "z: sum"),
		"wrong/bias-weighted.ts": solution.replace(
			"z: sum + b",
			"z: sum + b * w.length",
		),
	};
}
