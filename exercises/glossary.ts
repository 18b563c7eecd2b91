import type { Localized } from "./bundle.ts";

/** A term of the course in both languages; `text` is a sentence or two in Markdown, with formulas. */
export interface Term {
	/** Its address on the glossary's page. */
	id: string;
	term: Localized;
	/** Other forms under which statements use it; linked as well. */
	also?: { en?: readonly string[]; zh?: readonly string[] };
	/** Phrases of the statements in which the word means something else; not linked. */
	not?: { en?: readonly string[]; zh?: readonly string[] };
	text: Localized;
	/** The exercise that introduces it. */
	exercise: string;
}

/** In the order in which the course meets them. */
export const glossary: readonly Term[] = [
	{
		id: "neuron",
		term: { en: "neuron", zh: "神经元" },
		also: { en: ["neurons"] },
		text: {
			en: "A function that weighs its inputs, adds a bias and passes the sum through an activation: $y = \\sigma(\\sum_i w_i x_i + b)$.",
			zh: "把各输入加权求和、加上偏置、再通过激活函数输出的函数：$y = \\sigma(\\sum_i w_i x_i + b)$。",
		},
		exercise: "neuron-weighted-sum",
	},
	{
		id: "weight",
		term: { en: "weight", zh: "权重" },
		also: { en: ["weights"] },
		not: { en: ["gives much weight", "weight in kg"] },
		text: {
			en: "The number $w_i$ by which an input is multiplied: how much this input counts. Weights are what training changes.",
			zh: "输入所乘的数 $w_i$，表示这个输入有多重要。训练改变的就是权重。",
		},
		exercise: "neuron-weighted-sum",
	},
	{
		id: "bias",
		term: { en: "bias", zh: "偏置" },
		also: { en: ["biases"] },
		text: {
			en: "The number $b$ added to the weighted sum; it moves the point at which a neuron begins to fire. It equals minus the threshold.",
			zh: "加在加权和上的数 $b$，决定神经元从哪里开始激活；它等于阈值的相反数。",
		},
		exercise: "threshold-to-bias",
	},
	{
		id: "threshold",
		term: { en: "threshold", zh: "阈值" },
		text: {
			en: "The value $\\theta$ that the weighted sum must reach for a neuron to fire.",
			zh: "加权和达到它时神经元才会点火的值 $\\theta$。",
		},
		exercise: "threshold-to-bias",
	},
	{
		id: "weighted-input",
		term: { en: "weighted input", zh: "加权输入" },
		also: {
			en: ["weighted sum", "weighted sums", "weighted inputs"],
			zh: ["加权和"],
		},
		text: {
			en: "The number $z = \\sum_i w_i x_i + b$ that enters a neuron's activation.",
			zh: "进入激活函数之前的数 $z = \\sum_i w_i x_i + b$。",
		},
		exercise: "neuron-weighted-sum",
	},
	{
		id: "unit-step",
		term: { en: "unit step", zh: "单位阶跃函数" },
		also: { zh: ["阶跃函数"] },
		text: {
			en: "The function $u(z)$ that is 1 from $z = 0$ on and 0 before: a neuron that fires or does not.",
			zh: "当 $z \\ge 0$ 时取 1、否则取 0 的函数 $u(z)$：要么点火，要么不点火。",
		},
		exercise: "threshold-to-bias",
	},
	{
		id: "recurrence",
		term: { en: "recurrence", zh: "递推关系式" },
		also: { en: ["recurrences", "recurrence relation"], zh: ["递推"] },
		text: {
			en: "A rule that gives each term of a sequence from the one before; descent and back-propagation are of this kind.",
			zh: "由前一项求后一项的规则；梯度下降与反向传播都是这一类规则。",
		},
		exercise: "functions-and-sums",
	},
	{
		id: "normal-density",
		term: { en: "normal density", zh: "正态分布密度" },
		also: { en: ["normal distribution"], zh: ["正态分布"] },
		text: {
			en: "The bell curve $\\frac{1}{\\sqrt{2\\pi}\\,\\sigma}e^{-(x-\\mu)^2/(2\\sigma^2)}$; starting weights are drawn from it.",
			zh: "钟形曲线 $\\frac{1}{\\sqrt{2\\pi}\\,\\sigma}e^{-(x-\\mu)^2/(2\\sigma^2)}$；权重的初始值常由它抽取。",
		},
		exercise: "functions-and-sums",
	},
	{
		id: "inner-product",
		term: { en: "inner product", zh: "内积" },
		also: { en: ["dot product", "inner products"], zh: ["点积"] },
		text: {
			en: "$a \\cdot b = \\sum_i a_i b_i = |a||b|\\cos\\theta$. A weighted sum is one; it is least where the vectors point in opposite directions.",
			zh: "$a \\cdot b = \\sum_i a_i b_i = |a||b|\\cos\\theta$。加权和就是内积；两个向量方向相反时内积最小。",
		},
		exercise: "vectors-inner-product",
	},
	{
		id: "schwarz",
		term: { en: "Cauchy–Schwarz inequality", zh: "柯西-施瓦茨不等式" },
		also: { zh: ["柯西–施瓦茨不等式", "柯西—施瓦茨不等式"] },
		text: {
			en: "$-|a||b| \\le a \\cdot b \\le |a||b|$: the reason why the negative gradient is the steepest way down.",
			zh: "$-|a||b| \\le a \\cdot b \\le |a||b|$：负梯度方向下降最快，原因就在这里。",
		},
		exercise: "vectors-inner-product",
	},
	{
		id: "matrix-product",
		term: { en: "matrix product", zh: "矩阵乘积" },
		also: { zh: ["矩阵的乘积", "矩阵乘法"] },
		text: {
			en: "Rows times columns: $(AB)_{ij} = \\sum_k A_{ik}B_{kj}$. A layer is one.",
			zh: "行乘列：$(AB)_{ij} = \\sum_k A_{ik}B_{kj}$。一层网络的计算就是一次矩阵乘法。",
		},
		exercise: "matrices-basics",
	},
	{
		id: "hadamard",
		term: { en: "Hadamard product", zh: "哈达玛积" },
		also: {
			en: ["entrywise product"],
			zh: ["Hadamard 乘积", "Hadamard 积", "阿达马乘积"],
		},
		text: {
			en: "The product $A \\odot B$ entry by entry; it joins an error with the slopes of the activations.",
			zh: "对应元素相乘的积 $A \\odot B$；误差与激活函数的斜率就是这样相乘的。",
		},
		exercise: "matrices-basics",
	},
	{
		id: "transpose",
		term: { en: "transpose", zh: "转置" },
		also: { en: ["transposed"] },
		text: {
			en: "The matrix $A^\\top$ with rows and columns exchanged; errors travel back through the transposed weights.",
			zh: "行列互换的矩阵 $A^\\top$；误差通过权重矩阵的转置往回传。",
		},
		exercise: "matrices-basics",
	},
	{
		id: "derivative",
		term: { en: "derivative", zh: "导数" },
		also: { en: ["derivatives"] },
		text: {
			en: "The rate at which a function changes: the limit of its difference quotients.",
			zh: "函数的变化率，即差商的极限。",
		},
		exercise: "numeric-derivative",
	},
	{
		id: "difference-quotient",
		term: { en: "difference quotient", zh: "差商" },
		also: { en: ["difference quotients"] },
		text: {
			en: "Change of the value over change of the argument. The central one, $\\frac{f(x+h)-f(x-h)}{2h}$, is off by about $h^2$ only.",
			zh: "函数值的改变量与自变量改变量之比。中心差商 $\\frac{f(x+h)-f(x-h)}{2h}$ 的误差只有 $h^2$ 量级。",
		},
		exercise: "numeric-derivative",
	},
	{
		id: "partial-derivative",
		term: { en: "partial derivative", zh: "偏导数" },
		also: { en: ["partial derivatives"] },
		text: {
			en: "The derivative by one variable while the others are held: $\\partial f / \\partial x$.",
			zh: "其他变量不变、只对一个变量求的导数：$\\partial f / \\partial x$。",
		},
		exercise: "gradient-steepest",
	},
	{
		id: "gradient",
		term: { en: "gradient", zh: "梯度" },
		also: { en: ["gradients"] },
		text: {
			en: "The vector $\\nabla f$ of all partial derivatives; it points where the function rises fastest.",
			zh: "全部偏导数组成的向量 $\\nabla f$，指向函数上升最快的方向。",
		},
		exercise: "gradient-steepest",
	},
	{
		id: "chain-rule",
		term: { en: "chain rule", zh: "链式法则" },
		text: {
			en: "Multiply the derivatives along a path, add over the paths. Back-propagation is nothing else, done in a good order.",
			zh: "沿一条路径把导数相乘，再对所有路径求和。反向传播就是按合适的顺序使用链式法则。",
		},
		exercise: "chain-rule",
	},
	{
		id: "linear-approximation",
		term: { en: "linear approximation", zh: "近似公式" },
		also: { zh: ["线性近似"] },
		text: {
			en: "$f(x + \\Delta x) \\approx f(x) + f'(x)\\,\\Delta x$; with several variables the change is $\\nabla f \\cdot \\Delta x$.",
			zh: "$f(x + \\Delta x) \\approx f(x) + f'(x)\\,\\Delta x$；多个变量时，改变量约为 $\\nabla f \\cdot \\Delta x$。",
		},
		exercise: "linear-approximation",
	},
	{
		id: "lagrange",
		term: { en: "Lagrange multiplier", zh: "拉格朗日乘数" },
		also: { zh: ["拉格朗日乘数法"] },
		text: {
			en: "The factor $\\lambda$ between the gradients of a function and of its constraint at an extreme under that constraint.",
			zh: "在约束条件下取极值处，函数的梯度与约束的梯度之间的倍数 $\\lambda$。",
		},
		exercise: "lagrange-circle",
	},
	{
		id: "computation-graph",
		term: { en: "computation graph", zh: "计算图" },
		also: { en: ["computation graphs"] },
		text: {
			en: "The steps of a computation as nodes, joined by what reads what. Values go forward along it, derivatives backward.",
			zh: "把计算的每一步画成节点、用边表示谁用到谁的图。数值沿它向前传，导数沿它向后传。",
		},
		exercise: "linear-graph",
	},
	{
		id: "forward-pass",
		term: { en: "forward pass", zh: "前向计算" },
		also: { en: ["forward passes"], zh: ["正向计算", "正向过程", "前向过程"] },
		text: {
			en: "Computing from the inputs to the output, keeping what the way back will need.",
			zh: "从输入一步步算到输出，并留下往回走时要用的中间结果。",
		},
		exercise: "linear-graph",
	},
	{
		id: "back-propagation",
		term: { en: "back-propagation", zh: "反向传播" },
		also: { en: ["backward pass"], zh: ["反向过程"] },
		text: {
			en: "Carrying the error from the output to every parameter, each step using only its own local derivative.",
			zh: "把误差从输出传回每个参数，每一步只用到自己的局部导数。",
		},
		exercise: "nonlinear-backward",
	},
	{
		id: "error",
		term: { en: "error", zh: "误差" },
		not: { en: ["not an error"], zh: ["舍入误差", "误差余地"] },
		text: {
			en: "How far an output is from where it should be. Chapters 3 and 4 pass the difference itself back; networks pass back its effect on the loss.",
			zh: "输出与目标之间的差距。第 3、4 章传回的是差值本身；网络中传回的是它对损失的影响。",
		},
		exercise: "nonlinear-backward",
	},
	{
		id: "gradient-descent",
		term: { en: "gradient descent", zh: "梯度下降" },
		also: { zh: ["梯度下降法"] },
		text: {
			en: "Walking down a function by $x \\leftarrow x - \\eta\\,\\nabla f(x)$, again and again.",
			zh: "反复用 $x \\leftarrow x - \\eta\\,\\nabla f(x)$ 沿函数往下走。",
		},
		exercise: "gd-one-variable",
	},
	{
		id: "learning-rate",
		term: { en: "learning rate", zh: "学习率" },
		also: { en: ["learning rates"] },
		text: {
			en: "The factor $\\eta$ of a descent's step: too small and it crawls, too large and it swings or leaves.",
			zh: "梯度下降每一步的系数 $\\eta$：太小走得慢，太大会震荡甚至发散。",
		},
		exercise: "learning-rate-lab",
	},
	{
		id: "local-minimum",
		term: { en: "local minimum", zh: "局部极小" },
		also: { en: ["local minima"], zh: ["局部最小", "局部最优"] },
		text: {
			en: "A point lower than its surroundings, though perhaps not the lowest of all. Where a descent ends depends on where it starts.",
			zh: "比周围都低、但未必是全局最低的点。梯度下降停在哪里，取决于从哪里出发。",
		},
		exercise: "local-vs-global",
	},
	{
		id: "loss-function",
		term: { en: "loss function", zh: "损失函数" },
		also: { en: ["loss functions"] },
		text: {
			en: "What a wrong prediction costs: a number, never negative, that training makes small.",
			zh: "衡量预测错了要付出多少代价的函数：非负，训练使它变小。",
		},
		exercise: "loss-six",
	},
	{
		id: "cost-function",
		term: { en: "cost function", zh: "代价函数" },
		also: { en: ["cost functions"] },
		text: {
			en: "The loss of all samples together, as a function of the parameters.",
			zh: "全体样本的损失合在一起，看作参数的函数。",
		},
		exercise: "loss-over-samples",
	},
	{
		id: "mean-square-error",
		term: { en: "mean square error", zh: "均方差" },
		also: { en: ["mean squared error"], zh: ["均方误差"] },
		text: {
			en: "The mean of the squared errors, here with a ½ in front: $\\frac{1}{2m}\\sum_i (a_i - y_i)^2$. Its gradient by $a_i$ is $(a_i - y_i)/m$.",
			zh: "误差平方的平均值，这里前面带 ½：$\\frac{1}{2m}\\sum_i (a_i - y_i)^2$。对 $a_i$ 的梯度是 $(a_i - y_i)/m$。",
		},
		exercise: "mse-gradient",
	},
	{
		id: "hinge-loss",
		term: { en: "hinge loss", zh: "铰链损失" },
		text: {
			en: "$\\max(0, 1 - ya)$: nothing for a confident right answer, growing evenly for the rest.",
			zh: "$\\max(0, 1 - ya)$：答对且有把握时为 0，否则线性增长。",
		},
		exercise: "loss-six",
	},
	{
		id: "information",
		term: { en: "self-information", zh: "信息量" },
		text: {
			en: "$-\\ln p$: the surprise of an event of probability $p$.",
			zh: "$-\\ln p$：概率为 $p$ 的事件带来的意外程度。",
		},
		exercise: "entropy-cross-entropy",
	},
	{
		id: "entropy",
		term: { en: "entropy", zh: "熵" },
		text: {
			en: "The mean surprise of a distribution, $-\\sum_i p_i \\ln p_i$.",
			zh: "一个分布的平均信息量 $-\\sum_i p_i \\ln p_i$。",
		},
		exercise: "entropy-cross-entropy",
	},
	{
		id: "cross-entropy",
		term: { en: "cross-entropy", zh: "交叉熵" },
		text: {
			en: "The mean surprise of one who believes $q$ where $p$ is true: $-\\sum_i p_i \\ln q_i$. The usual loss of a classification.",
			zh: "真实分布为 $p$ 而相信 $q$ 时的平均信息量 $-\\sum_i p_i \\ln q_i$；分类问题常用的损失。",
		},
		exercise: "entropy-cross-entropy",
	},
	{
		id: "one-hot",
		term: { en: "one-hot vector", zh: "独热向量" },
		also: { en: ["one-hot"], zh: ["独热编码", "one-hot"] },
		text: {
			en: "A label as a vector: 1 at the true class, 0 elsewhere.",
			zh: "用向量表示标签：正确的类为 1，其余为 0。",
		},
		exercise: "softmax-cross-entropy",
	},
	{
		id: "regulariser",
		term: { en: "regularisation", zh: "正则化" },
		also: { en: ["regulariser"], zh: ["正则项"] },
		text: {
			en: "A term added to the loss that makes large weights expensive.",
			zh: "加在损失上、让过大的权重付出代价的项。",
		},
		exercise: "mse-gradient",
	},
	{
		id: "activation",
		term: { en: "activation function", zh: "激活函数" },
		also: { en: ["activation functions"] },
		text: {
			en: "What a neuron does to its weighted input. Without a curved one, many layers are worth no more than one.",
			zh: "神经元对加权输入所做的变换。如果它不弯曲，再多层也只相当于一层。",
		},
		exercise: "activations",
	},
	{
		id: "sigmoid",
		term: { en: "sigmoid", zh: "Sigmoid 函数" },
		also: { zh: ["sigmoid 函数", "Sigmoid", "sigmoid"] },
		text: {
			en: "$\\sigma(z) = \\frac{1}{1+e^{-z}}$, between 0 and 1; its slope is $\\sigma(1-\\sigma)$, at most ¼.",
			zh: "$\\sigma(z) = \\frac{1}{1+e^{-z}}$，取值在 0 与 1 之间；斜率为 $\\sigma(1-\\sigma)$，最大为 ¼。",
		},
		exercise: "activations",
	},
	{
		id: "tanh",
		term: { en: "tanh", zh: "双曲正切" },
		text: {
			en: "$\\tanh z$, between −1 and 1; its slope is $1 - \\tanh^2 z$.",
			zh: "$\\tanh z$，取值在 −1 与 1 之间；斜率为 $1 - \\tanh^2 z$。",
		},
		exercise: "activations",
	},
	{
		id: "relu",
		term: { en: "ReLU", zh: "ReLU" },
		text: {
			en: "$\\max(0, z)$: cheap, and its slope does not fade on the right.",
			zh: "$\\max(0, z)$：计算简单，右侧的斜率不会衰减。",
		},
		exercise: "activations",
	},
	{
		id: "softmax",
		term: { en: "softmax", zh: "Softmax" },
		also: { zh: ["softmax"] },
		text: {
			en: "$a_i = e^{z_i} / \\sum_k e^{z_k}$: turns any numbers into probabilities.",
			zh: "$a_i = e^{z_i} / \\sum_k e^{z_k}$：把任意一组数变成概率。",
		},
		exercise: "softmax-cross-entropy",
	},
	{
		id: "hidden-layer",
		term: { en: "hidden layer", zh: "隐藏层" },
		also: { zh: ["隐层"] },
		text: {
			en: "Neurons between inputs and outputs; nobody says what their values ought to be, so their error comes from the layers after them.",
			zh: "输入与输出之间的神经元；没有人规定它们该取什么值，它们的误差由后面的层传来。",
		},
		exercise: "net222-forward",
	},
	{
		id: "output-layer",
		term: { en: "output layer", zh: "输出层" },
		text: {
			en: "The last neurons, whose values are compared with the targets.",
			zh: "最后一层神经元，它们的值与目标相比较。",
		},
		exercise: "net222-forward",
	},
	{
		id: "delta",
		term: { en: "neuron error δ", zh: "神经元误差 δ" },
		text: {
			en: "$\\delta = \\partial C / \\partial z$: how the cost changes with a neuron's weighted input. All gradients follow from it.",
			zh: "$\\delta = \\partial C / \\partial z$：代价随神经元加权输入的变化率。所有梯度都由它得出。",
		},
		exercise: "net222-output-gradients",
	},
	{
		id: "four-equations",
		term: { en: "four equations of back-propagation", zh: "反向传播四大公式" },
		also: { en: ["four back-propagation equations"], zh: ["四大公式"] },
		text: {
			en: "δ of the output, δ of a layer from the next, the gradient by biases, the gradient by weights.",
			zh: "输出层的 δ、由后一层求前一层的 δ、对偏置的梯度、对权重的梯度。",
		},
		exercise: "four-equations",
	},
	{
		id: "gradient-check",
		term: { en: "gradient check", zh: "梯度检验" },
		also: { en: ["gradient checks"] },
		text: {
			en: "Holding a computed gradient against difference quotients of the forward pass.",
			zh: "用前向计算的差商来核对算出的梯度。",
		},
		exercise: "gradient-check",
	},
	{
		id: "epoch",
		term: { en: "epoch", zh: "轮次" },
		also: { en: ["epochs"], zh: ["epoch"] },
		text: {
			en: "One pass of training over all samples.",
			zh: "训练时把全部样本过一遍。",
		},
		exercise: "training-loop",
	},
	{
		id: "batch",
		term: { en: "batch", zh: "批" },
		also: { en: ["batches"], zh: ["批量", "批次"] },
		not: { zh: ["另一批人"] },
		text: {
			en: "The samples whose gradients are averaged before one update.",
			zh: "一次更新所平均梯度的那一组样本。",
		},
		exercise: "training-loop",
	},
	{
		id: "inference",
		term: { en: "inference", zh: "推理" },
		text: {
			en: "Using a trained network: forward only, parameters fixed.",
			zh: "使用训练好的网络：只做前向计算，参数不变。",
		},
		exercise: "training-loop",
	},
	{
		id: "accuracy",
		term: { en: "accuracy", zh: "准确率" },
		text: {
			en: "The share of samples that are classified rightly.",
			zh: "分类正确的样本所占的比例。",
		},
		exercise: "training-loop",
	},
	{
		id: "standardisation",
		term: { en: "standardisation", zh: "标准化" },
		text: {
			en: "Shifting and scaling a feature to mean 0 and standard deviation 1.",
			zh: "把一个特征平移、缩放成均值 0、标准差 1。",
		},
		exercise: "standardize-minmax",
	},
	{
		id: "normalisation",
		term: { en: "normalisation", zh: "归一化" },
		text: {
			en: "Bringing a feature into $[0, 1]$ by its least and greatest value.",
			zh: "用最小值与最大值把一个特征变到 $[0, 1]$。",
		},
		exercise: "standardize-minmax",
	},
	{
		id: "whitening",
		term: { en: "whitening", zh: "白化" },
		text: {
			en: "Turning and scaling data until their covariance is the unit matrix.",
			zh: "旋转并缩放数据，使协方差矩阵成为单位矩阵。",
		},
		exercise: "whitening",
	},
	{
		id: "covariance",
		term: { en: "covariance", zh: "协方差" },
		also: { en: ["covariance matrix"], zh: ["协方差矩阵"] },
		text: {
			en: "The mean product of two features' deviations from their means.",
			zh: "两个特征与各自均值之差的乘积的平均值。",
		},
		exercise: "whitening",
	},
	{
		id: "least-squares",
		term: { en: "least squares", zh: "最小二乘法" },
		also: { zh: ["最小二乘"] },
		text: {
			en: "The line for which the sum of squared vertical distances is least; it can be computed exactly.",
			zh: "使竖直距离平方和最小的直线；可以精确求出。",
		},
		exercise: "least-squares",
	},
	{
		id: "regression",
		term: { en: "regression", zh: "回归" },
		also: { en: ["regression analysis"], zh: ["回归分析"] },
		text: {
			en: "Predicting a number from features.",
			zh: "由特征预测一个数值。",
		},
		exercise: "least-squares",
	},
	{
		id: "contour",
		term: { en: "contour line", zh: "等高线" },
		also: { en: ["contour lines", "contours"] },
		text: {
			en: "Where a function of two variables has one value. Round ones make descent easy; standardising makes them rounder.",
			zh: "二元函数取同一值的曲线。等高线越圆，下降越容易；标准化能使它变圆。",
		},
		exercise: "cost-surface",
	},
	{
		id: "classification",
		term: { en: "classification", zh: "分类" },
		text: {
			en: "Predicting which of several kinds a sample is.",
			zh: "预测样本属于哪一类。",
		},
		exercise: "logistic-classifier",
	},
	{
		id: "decision-boundary",
		term: { en: "decision boundary", zh: "决策边界" },
		also: { zh: ["分界线"] },
		text: {
			en: "Where a classifier is undecided: probability ½, for one neuron the line $w \\cdot x + b = 0$.",
			zh: "分类器拿不定主意的地方：概率为 ½；对单个神经元就是直线 $w \\cdot x + b = 0$。",
		},
		exercise: "logistic-classifier",
	},
];
