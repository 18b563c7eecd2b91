import * as activation from "../../reference/activations.ts";
import {
	cases,
	fixed,
	gradientCheck,
	property,
	returnsValue,
} from "../authoring/index.ts";

const sigmoid = returnsValue(
	"sigmoid",
	["z"],
	"\\sigma(z) = \\frac{1}{1 + e^{-z}}",
	activation.sigmoid,
);

const dSigmoid = returnsValue(
	"dSigmoid",
	["z"],
	"\\sigma'(z) = \\sigma(z) \\, (1 - \\sigma(z))",
	activation.dSigmoid,
);

const tanh = returnsValue(
	"tanh",
	["z"],
	"\\tanh z = \\frac{e^z - e^{-z}}{e^z + e^{-z}}",
	activation.tanh,
);

const dTanh = returnsValue(
	"dTanh",
	["z"],
	"\\tanh' z = 1 - \\tanh^2 z",
	activation.dTanh,
);

const relu = returnsValue(
	"relu",
	["z"],
	"\\mathrm{ReLU}(z) = \\max(0, z)",
	activation.relu,
);

const dRelu = returnsValue(
	"dRelu",
	["z"],
	"\\mathrm{ReLU}'(z) = 1 \\text{ for } z > 0, \\text{ else } 0",
	activation.dRelu,
);

const lineSigmoid = returnsValue(
	"lineSigmoid",
	["x"],
	"a = \\sigma(2x + 1)",
	(x: number) => activation.sigmoid(2 * x + 1),
);

type OneNumber = ReturnType<typeof returnsValue<[number]>>;

/** The same function at several places, each titled by its argument. */
const at = (fn: OneNumber, name: string, ...places: number[]) =>
	places.map((place) => {
		const title = `${name} = ${Object.is(place, -0) ? "−0" : String(place).replace("-", "−")}`;
		return fixed(fn, { en: title, zh: title }, [place]);
	});

const anyZ = (from: number, to: number) => ({
	en: `any z in [${from}, ${to}]`.replace("-", "−"),
	zh: `任意 z ∈ [${from}, ${to}]`.replace("-", "−"),
});

/** Difference quotients of the student's own function. */
const slopeOf = (slope: OneNumber, value: OneNumber, reach: number) =>
	gradientCheck(
		slope,
		{
			en: "the slope belongs to your own function",
			zh: "斜率与你自己的函数相符",
		},
		8,
		(draw) => [draw.number(-reach, reach)],
		{
			forward: value,
			entries: [{ path: [], of: [], forwardArgs: ([z], delta) => [z + delta] }],
		},
	);

export default cases({
	"sigmoid-visible": [
		fixed(
			sigmoid,
			{
				en: "The first hidden neuron of the 2-2-2 network",
				zh: "2-2-2 网络的第一个隐藏神经元",
			},
			[0.385],
			{ "": "0.595078473866" },
		),
		fixed(sigmoid, { en: "z = −2", zh: "z = −2" }, [-2], {
			"": "0.119202922022",
		}),
	],
	"d-sigmoid-visible": [
		fixed(
			dSigmoid,
			{
				en: "The slope at the same neuron, z = 0.385",
				zh: "同一个神经元处的斜率，z = 0.385",
			},
			[0.385],
			{
				"": "0.240960083807",
			},
		),
		fixed(dSigmoid, { en: "z = −2", zh: "z = −2" }, [-2], {
			"": "0.104993585404",
		}),
	],
	"tanh-visible": [
		fixed(tanh, { en: "z = −2", zh: "z = −2" }, [-2], {
			"": "-0.964027580076",
		}),
	],
	"d-tanh-visible": [
		fixed(dTanh, { en: "z = −2", zh: "z = −2" }, [-2], {
			"": "0.0706508248532",
		}),
		fixed(dTanh, { en: "z = 0.385", zh: "z = 0.385" }, [0.385], {
			"": "0.865280326249",
		}),
	],
	"relu-visible": [...at(relu, "z", 3, -2), ...at(dRelu, "z", 3, -2)],
	"line-sigmoid-visible": [
		fixed(
			lineSigmoid,
			{ en: "x = −0.5: the line crosses 0", zh: "x = −0.5：直线过零点" },
			[-0.5],
			{ "": "0.5" },
		),
		fixed(lineSigmoid, { en: "x = 0", zh: "x = 0" }, [0], {
			"": "0.73105857863",
		}),
		fixed(lineSigmoid, { en: "x = 1", zh: "x = 1" }, [1], {
			"": "0.952574126822",
		}),
	],
	// Value and slope in one check: where the difference quotients disagree, either of the two may be to blame.
	"sigmoid-random": [
		property(sigmoid, anyZ(-30, 30), 12, (draw) => [draw.number(-30, 30)]),
		property(dSigmoid, anyZ(-12, 12), 8, (draw) => [draw.number(-12, 12)]),
		slopeOf(dSigmoid, sigmoid, 5),
	],
	"tanh-random": [
		property(tanh, anyZ(-30, 30), 12, (draw) => [draw.number(-30, 30)]),
		property(dTanh, anyZ(-8, 8), 8, (draw) => [draw.number(-8, 8)]),
		slopeOf(dTanh, tanh, 3),
	],
	"relu-random": [
		property(relu, anyZ(-30, 30), 12, (draw) => [draw.number(-30, 30)]),
		property(dRelu, anyZ(-30, 30), 12, (draw) => [draw.number(-30, 30)]),
	],
	"line-sigmoid-random": [
		property(
			lineSigmoid,
			{ en: "any x in [−15, 15]", zh: "任意 x ∈ [−15, 15]" },
			8,
			(draw) => [draw.number(-15, 15)],
		),
	],
	"sigmoid-edge": at(sigmoid, "z", 0, -0, 12, -12, 40, 800, -800),
	"d-sigmoid-edge": at(dSigmoid, "z", 0, 9, -9, -15, 15, -19, 19, 800, -800),
	"tanh-edge": at(tanh, "z", 0, 40, -40, 400, 800, -800),
	"d-tanh-edge": at(dTanh, "z", 0, 1e-3, -9, 9, 800),
	"relu-edge": [
		...at(relu, "z", 0, 1e-6, 800, -800),
		...at(dRelu, "z", 0, -0, 1e-300, 800),
	],
});
