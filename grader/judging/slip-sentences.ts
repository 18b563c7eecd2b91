/** What a student reads about each kind of slip; `slips.ts` finds them. */
import type { Localized } from "../../exercises/bundle.ts";

type Sentence = (...names: string[]) => Localized;

const code = (name: string | undefined) => `\`${name ?? ""}\``;

const sentences: Readonly<Record<string, Sentence>> = {
	"sign-flipped": () => ({
		en: "The value is right but for its sign: look at which quantity is subtracted from which.",
		zh: "数值大小正确，但符号相反：检查是谁减去谁。",
	}),
	"half-of-it": () => ({
		en: "The value is exactly half of what it should be: a factor 2 got lost.",
		zh: "结果恰好是正确值的一半：丢掉了因子 2。",
	}),
	"twice-of-it": () => ({
		en: "The value is exactly twice what it should be: there is a factor 2 too many.",
		zh: "结果恰好是正确值的两倍：多了一个因子 2。",
	}),
	negated: () => ({
		en: "The answer is the opposite of the right one every time: true and false changed places.",
		zh: "每次的答案都与正确答案相反：真与假弄反了。",
	}),
	transposed: () => ({
		en: "Your matrix is the right one transposed: rows and columns changed places.",
		zh: "你的矩阵是正确矩阵的转置：行与列弄反了。",
	}),
	reversed: () => ({
		en: "The entries are right, and in reverse order.",
		zh: "各个分量都正确，但顺序颠倒了。",
	}),
	"first-entry-missing": () => ({
		en: "The list lacks its first entry; the others are right.",
		zh: "列表缺少第一项，其余都正确。",
	}),
	"last-entry-missing": () => ({
		en: "The list lacks its last entry; the others are right.",
		zh: "列表缺少最后一项，其余都正确。",
	}),
	"one-too-much": () => ({
		en: "Your value is too large by exactly 1 every time: look at where a sum or a count begins, and where it stops.",
		zh: "你的值每次都恰好大 1：检查求和或计数从哪里开始、到哪里停止。",
	}),
	"one-too-little": () => ({
		en: "Your value is too small by exactly 1 every time: look at where a sum or a count begins, and where it stops.",
		zh: "你的值每次都恰好小 1：检查求和或计数从哪里开始、到哪里停止。",
	}),
	"one-round-late": () => ({
		en: "Your value is the one of the round before: it was recorded before it was brought up to date.",
		zh: "你的值是上一轮的值：记录时还没有更新。",
	}),
	"one-round-early": () => ({
		en: "Your value is the one of the next round: it was updated before it was recorded or used.",
		zh: "你的值是下一轮的值：在记录或使用之前就已经更新了。",
	}),
	"entries-exchanged": (one, other) => ({
		en: `Entries ${code(one)} and ${code(other)} of your list (counted from 0) are in each other's place.`,
		zh: `你的列表中第 ${code(one)} 项与第 ${code(other)} 项（从 0 数起）互换了位置。`,
	}),
	"absolute-value": () => ({
		en: "You return the absolute value; the sign is part of the answer.",
		zh: "你返回的是绝对值；符号也是答案的一部分。",
	}),
	"one-minus-it": () => ({
		en: "You return 1 minus the right value.",
		zh: "你返回的是 1 减去正确值。",
	}),
	reciprocal: () => ({
		en: "You return the reciprocal of the right value: numerator and denominator changed places.",
		zh: "你返回的是正确值的倒数：分子与分母弄反了。",
	}),
	"root-forgotten": () => ({
		en: "You return the square of the right value: the root at the end is missing.",
		zh: "你返回的是正确值的平方：最后少开了一次方。",
	}),
	"root-too-many": () => ({
		en: "You return the square root of the right value: there is one root too many.",
		zh: "你返回的是正确值的平方根：多开了一次方。",
	}),
	"common-logarithm": () => ({
		en: "Your logarithm has base 10; the natural one is asked for.",
		zh: "你用的是以 10 为底的对数；这里要用自然对数。",
	}),
	"binary-logarithm": () => ({
		en: "Your logarithm has base 2; the natural one is asked for.",
		zh: "你用的是以 2 为底的对数；这里要用自然对数。",
	}),
	rounded: (digits) => ({
		en: `Your value is the right one rounded to ${digits} decimals. Do not round.`,
		zh: `你的值是正确值四舍五入到 ${digits} 位小数的结果。请不要舍入。`,
	}),
	"left-out": (name) => ({
		en: `Your value is what comes out without ${code(name)}: it is left out.`,
		zh: `你的值是不考虑 ${code(name)} 时的结果：它被漏掉了。`,
	}),
	"factor-missing": (name) => ({
		en: `Your value is what comes out with 1 in the place of ${code(name)}: the factor ${code(name)} is missing.`,
		zh: `你的值是把 ${code(name)} 当作 1 时的结果：缺少因子 ${code(name)}。`,
	}),
	"wrong-sign": (name) => ({
		en: `Your value is what comes out when ${code(name)} enters with the opposite sign.`,
		zh: `你的值是 ${code(name)} 以相反符号代入时的结果。`,
	}),
	"slope-missing": (name) => ({
		en: `Your value lacks the slope of the activation, ${code(name)}·(1 − ${code(name)}).`,
		zh: `你的值缺少激活函数的斜率 ${code(name)}·(1 − ${code(name)})。`,
	}),
	"source-doubled": (name) => ({
		en: `Your value is what comes out with twice ${code(name)}: a half of it got lost.`,
		zh: `你的值是代入两倍的 ${code(name)} 时的结果：丢掉了 ½。`,
	}),
	"source-halved": (name) => ({
		en: `Your value is what comes out with half of ${code(name)}: a factor 2 got lost.`,
		zh: `你的值是代入一半的 ${code(name)} 时的结果：丢掉了因子 2。`,
	}),
	"sign-lost": (name) => ({
		en: `Your value is what comes out with the absolute value of ${code(name)}: its sign counts.`,
		zh: `你的值是代入 ${code(name)} 的绝对值时的结果：它的符号也起作用。`,
	}),
	"once-for-each": (name, list) => ({
		en: `${code(name)} enters your value once for every entry of ${code(list)}; it belongs there a single time.`,
		zh: `${code(list)} 的每一项都让 ${code(name)} 进入你的值一次；它只应出现一次。`,
	}),
	"slope-too-many": (name) => ({
		en: `Your value has the slope of the activation, ${code(name)}·(1 − ${code(name)}), once too often.`,
		zh: `你的值多乘了一次激活函数的斜率 ${code(name)}·(1 − ${code(name)})。`,
	}),
	"power-too-low": (name) => ({
		en: `Your value is off by the factor 1/√${code(name)}: the power of ${code(name)} is not the right one.`,
		zh: `你的值相差因子 1/√${code(name)}：${code(name)} 的幂次不对。`,
	}),
	"power-too-high": (name) => ({
		en: `Your value is off by the factor √${code(name)}: the power of ${code(name)} is not the right one.`,
		zh: `你的值相差因子 √${code(name)}：${code(name)} 的幂次不对。`,
	}),
	"too-large-by": (name) => ({
		en: `Your value is too large by ${code(name)}: it was added where it does not belong, or once too often.`,
		zh: `你的值恰好大了 ${code(name)}：不该加的地方加了它，或者多加了一次。`,
	}),
	"too-small-by": (name) => ({
		en: `Your value is too small by ${code(name)}: it is missing, or was subtracted once too often.`,
		zh: `你的值恰好小了 ${code(name)}：漏掉了它，或者多减了一次。`,
	}),
	"factor-too-many": (name) => ({
		en: `The factor ${code(name)} is one too many in your value.`,
		zh: `你的值多乘了一个因子 ${code(name)}。`,
	}),
	"divided-for-multiplied": (name) => ({
		en: `You divide by ${code(name)} where it should be multiplied.`,
		zh: `应当乘以 ${code(name)} 的地方，你除以了它。`,
	}),
	"multiplied-for-divided": (name) => ({
		en: `You multiply by ${code(name)} where it should be divided by.`,
		zh: `应当除以 ${code(name)} 的地方，你乘以了它。`,
	}),
	"sum-for-mean": (name) => ({
		en: `Your value is larger by the number of entries of ${code(name)}: a mean is asked for, and you have the sum.`,
		zh: `你的值恰好大了 ${code(name)} 的项数倍：要求的是平均值，你算的是总和。`,
	}),
	"mean-for-sum": (name) => ({
		en: `Your value is divided by the number of entries of ${code(name)}: the sum is asked for, and you have a mean.`,
		zh: `你的值除以了 ${code(name)} 的项数：要求的是总和，你算的是平均值。`,
	}),
	"source-transposed": (name) => ({
		en: `Your value is what comes out with ${code(name)} transposed: look at which index is the row.`,
		zh: `你的值是把 ${code(name)} 转置之后的结果：检查哪个下标是行。`,
	}),
	"source-reversed": (name) => ({
		en: `Your value is what comes out when ${code(name)} is read from its end.`,
		zh: `你的值是从末尾开始读 ${code(name)} 时的结果。`,
	}),
	exchanged: (one, other) => ({
		en: `Your value is what comes out when ${code(one)} and ${code(other)} change places.`,
		zh: `你的值是 ${code(one)} 与 ${code(other)} 互换位置时的结果。`,
	}),
	"in-place-of": (used, meant) => ({
		en: `Your value is what comes out with ${code(used)} in the place of ${code(meant)}.`,
		zh: `你的值是在该用 ${code(meant)} 的地方用了 ${code(used)} 的结果。`,
	}),
	"returned-itself": (name) => ({
		en: `You return ${code(name)} as it is; this step is still to be done to it.`,
		zh: `你直接返回了 ${code(name)}；这一步的计算还没有做。`,
	}),
};

/** Kinds of slips, as ids begin. */
export const slipKinds: readonly string[] = Object.keys(sentences);

/** What a student reads about a slip; null when `id` is none. */
export function sentenceOfSlip(id: string): Localized | null {
	const [kind = "", names = ""] = id.split(":");
	const sentence = Object.hasOwn(sentences, kind) ? sentences[kind] : undefined;
	return sentence ? sentence(...names.split(",")) : null;
}
