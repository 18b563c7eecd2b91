import type { Localized } from "./bundle.ts";

/** The twelve chapters of the course in learning order; an exercise names its chapter by `number`. */
export const chapters: readonly { number: number; title: Localized }[] = [
	{ number: 1, title: { en: "Basic concepts", zh: "基本概念" } },
	{
		number: 2,
		title: { en: "Derivatives and the chain rule", zh: "导数与链式法则" },
	},
	{ number: 3, title: { en: "Linear back-propagation", zh: "线性反向传播" } },
	{
		number: 4,
		title: { en: "Non-linear back-propagation", zh: "非线性反向传播" },
	},
	{ number: 5, title: { en: "Gradient descent", zh: "梯度下降" } },
	{ number: 6, title: { en: "Loss functions", zh: "损失函数" } },
	{ number: 7, title: { en: "Activations", zh: "激活函数" } },
	{ number: 8, title: { en: "The 2-2-2 network", zh: "2-2-2 网络" } },
	{
		number: 9,
		title: {
			en: "Matrix form, four equations, training",
			zh: "矩阵形式与四大公式",
		},
	},
	{ number: 10, title: { en: "Preprocessing", zh: "数据预处理" } },
	{ number: 11, title: { en: "Regression", zh: "回归" } },
	{
		number: 12,
		title: { en: "Classification and digits", zh: "分类与数字识别" },
	},
];
