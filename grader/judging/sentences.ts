/** What a check tells the student when something other than a wrong value happened; shown to people, so in both languages. */
import type { Localized } from "../../exercises/bundle.ts";

/** Kinds of values, in words. */
export const kinds = {
	number: { en: "a number", zh: "一个数" },
	boolean: { en: "true or false", zh: "一个布尔值" },
	string: { en: "a text", zh: "一个字符串" },
	array: { en: "an array", zh: "一个数组" },
	object: { en: "an object", zh: "一个对象" },
	null: { en: "null", zh: "null" },
	undefined: { en: "nothing (undefined)", zh: "空（undefined）" },
} as const satisfies Record<string, Localized>;

export const sentences = {
	wrongKind: (
		name: string,
		want: keyof typeof kinds,
		got: keyof typeof kinds,
	): Localized => ({
		en: `\`${name}\` must return ${kinds[want].en}; it returned ${kinds[got].en}.`,
		zh: `\`${name}\` 应返回${kinds[want].zh}，实际返回的是${kinds[got].zh}。`,
	}),
	missingExport: (name: string): Localized => ({
		en: `There is no exported function \`${name}\`. Write \`export function ${name}(…)\`.`,
		zh: `没有导出的函数 \`${name}\`。请写成 \`export function ${name}(…)\`。`,
	}),
	refused: (what: string, path: string): Localized => ({
		en: `\`${path || "the result"}\` is ${what}; plain numbers, arrays and objects are expected.`,
		zh: `\`${path || "返回值"}\` 不是普通数据（${what}）；应返回数字、数组或普通对象。`,
	}),
	noPlainData: (): Localized => ({
		en: "The result holds something that is no plain data; plain numbers, arrays and objects are expected.",
		zh: "返回值中含有不是普通数据的内容；应返回数字、数组或普通对象。",
	}),
	notAFunctionOfInputs: (): Localized => ({
		en: "The same arguments gave different results in two runs. A function must depend on its arguments alone: no variables kept between calls.",
		zh: "同样的参数在两次运行中得到不同的结果。函数只能依赖它的参数，不能在多次调用之间保留变量。",
	}),
	shouldThrow: (error: string): Localized => ({
		en: `This input must be refused with \`throw new ${error}(…)\`.`,
		zh: `这个输入应当用 \`throw new ${error}(…)\` 拒绝。`,
	}),
	wrongError: (error: string, got: string): Localized => ({
		en: `This input must be refused with a ${error}; a ${got} was thrown.`,
		zh: `这个输入应当抛出 ${error}，实际抛出的是 ${got}。`,
	}),
	threw: (error: string, message: string): Localized => ({
		en: `Your code threw ${error}${message ? `: ${message}` : ""}`,
		zh: `你的代码抛出了 ${error}${message ? `：${message}` : ""}`,
	}),
	timeLimit: (line: number | undefined): Localized => ({
		en: `This call did not come to an end${line ? `: the loop or recursion at line ${line} went on and on` : ""}.`,
		zh: `这次调用没有结束${line ? `：第 ${line} 行的循环或递归一直在继续` : ""}。`,
	}),
	memoryLimit: (): Localized => ({
		en: "This call used more memory than is available.",
		zh: "这次调用使用的内存超过了上限。",
	}),
	outputLimit: (): Localized => ({
		en: "This call returned far more data than the exercise asks for.",
		zh: "这次调用返回的数据远远超过题目的要求。",
	}),
	skipped: (): Localized => ({
		en: "Not run: several calls before it had to be stopped.",
		zh: "未运行：之前已有多次调用被强制停止。",
	}),
	mutated: (name: string): Localized => ({
		en: `\`${name}\` changed an argument it was given. Copy before you change: the caller still needs the original.`,
		zh: `\`${name}\` 修改了传入的参数。请先复制再修改，调用者还需要原来的值。`,
	}),
	shared: (name: string): Localized => ({
		en: `The result of \`${name}\` contains an array or object of its arguments. Return a new one.`,
		zh: `\`${name}\` 的返回值里直接包含了参数中的数组或对象。请返回新的对象。`,
	}),
	purityWaits: (): Localized => ({
		en: "Checked as soon as most of the values are right.",
		zh: "等大部分数值正确之后再检查这一项。",
	}),
	notBelonging: (path: string): Localized => ({
		en: `\`${path}\` is not the slope of your own forward function: moving the input a little changes your output at another rate.`,
		zh: `\`${path}\` 不是你自己的前向函数的斜率：输入稍作改变时，输出的变化率与它不符。`,
	}),
} as const;
