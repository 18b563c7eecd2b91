/**
 * The authoring API: everything a `cases.ts` may use besides `reference/`.
 * Start with `stepGraph`, wrap it with `returnsSteps`, `returnsValue` or `returnsRun`, and list `cases`.
 */
export {
	cases,
	differenceTolerance,
	fixed,
	gradientCheck,
	property,
	pure,
	refuses,
} from "./cases.ts";
export { returnsRun, returnsSteps, returnsValue } from "./exported.ts";
export { aFunction } from "./functions.ts";
export { stepGraph } from "./graph.ts";
