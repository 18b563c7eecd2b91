import type { Localized } from "./bundle.ts";

/** One chapter of the course; an exercise names its chapter by `number`. */
export interface Chapter {
	number: number;
	title: Localized;
	/** What a reader can do afterwards, in one or two sentences. */
	goal: Localized;
}

/** The twelve chapters of the course in learning order. */
export const chapters: readonly Chapter[] = [
	{
		number: 1,
		title: { en: "Basic concepts", zh: "基本概念" },
		goal: {
			en: "Compute what one neuron does, and handle the sums, vectors and matrices that everything later is written in.",
			zh: "会算一个神经元的输出，熟悉后面处处要用到的求和、向量与矩阵。",
		},
	},
	{
		number: 2,
		title: { en: "Derivatives and the chain rule", zh: "导数与链式法则" },
		goal: {
			en: "Take derivatives by number and by rule, find the steepest way down, and follow a change along every path of a computation.",
			zh: "会用差商和法则求导，会找最陡的下降方向，会沿计算的每条路径追踪一个变化。",
		},
	},
	{
		number: 3,
		title: { en: "Linear back-propagation", zh: "线性反向传播" },
		goal: {
			en: "Send an error back through a small linear graph, and share it between two variables until the target is met.",
			zh: "把误差沿一个小的线性计算图往回传，并在两个变量之间分摊，直到达到目标。",
		},
	},
	{
		number: 4,
		title: { en: "Non-linear back-propagation", zh: "非线性反向传播" },
		goal: {
			en: "Do the same where every stage bends: square, logarithm, root, and a loop that ends.",
			zh: "在平方、对数、开方这样弯曲的环节上做同样的事，并写出会结束的循环。",
		},
	},
	{
		number: 5,
		title: { en: "Gradient descent", zh: "梯度下降" },
		goal: {
			en: "Walk down a function of one, two or many variables, and say beforehand which learning rate will crawl, swing or diverge.",
			zh: "沿一元、二元以至多元函数往下走，并能事先判断某个学习率会缓慢、震荡还是发散。",
		},
	},
	{
		number: 6,
		title: { en: "Loss functions", zh: "损失函数" },
		goal: {
			en: "Measure how wrong a prediction is in six ways, and know which measure fits regression and which classification.",
			zh: "用六种方式衡量预测的误差，并知道回归与分类各适合哪一种。",
		},
	},
	{
		number: 7,
		title: { en: "Activations", zh: "激活函数" },
		goal: {
			en: "Know sigmoid, tanh, ReLU and softmax with their slopes, at the extremes as well.",
			zh: "掌握 Sigmoid、tanh、ReLU 与 Softmax 及其斜率，包括极端取值时的情形。",
		},
	},
	{
		number: 8,
		title: { en: "The 2-2-2 network", zh: "2-2-2 网络" },
		goal: {
			en: "Carry out one whole training step of a network by hand, from the inputs to the last updated weight.",
			zh: "亲手完成网络训练的整整一步：从输入一直算到最后一个更新后的权重。",
		},
	},
	{
		number: 9,
		title: {
			en: "Matrix form, four equations, training",
			zh: "矩阵形式与四大公式",
		},
		goal: {
			en: "Write a network of any size with matrices, check its gradients, and train it.",
			zh: "用矩阵写出任意大小的网络，检验它的梯度，并训练它。",
		},
	},
	{
		number: 10,
		title: { en: "Preprocessing", zh: "数据预处理" },
		goal: {
			en: "Bring data into a shape that training likes, and treat new data the same way.",
			zh: "把数据变成便于训练的样子，并对新数据做同样的处理。",
		},
	},
	{
		number: 11,
		title: { en: "Regression", zh: "回归" },
		goal: {
			en: "Fit a line exactly and by descent, and see why the shape of the cost surface decides how fast.",
			zh: "用精确公式和梯度下降两种方法拟合直线，并看懂代价曲面的形状如何决定快慢。",
		},
	},
	{
		number: 12,
		title: { en: "Classification and digits", zh: "分类与数字识别" },
		goal: {
			en: "Separate two classes by a line, then teach a small network to read digits.",
			zh: "用一条直线分开两类，再教一个小网络认数字。",
		},
	},
];
