import type { FunctionView } from "../exercise/exercise-view.ts";
import {
	describeGraph,
	describeStepGraph,
	type GraphModel,
} from "./describe-graph.ts";
import {
	describeMatrix,
	describePixels,
	type MatrixModel,
	type PixelsModel,
} from "./describe-grid.ts";
import { describeNetwork, type NetworkModel } from "./describe-network.ts";
import { describePlane, type PlaneModel } from "./describe-plane.ts";
import {
	type BarsModel,
	describeBars,
	describeLoss,
	type LossModel,
} from "./describe-series.ts";
import type { PictureView } from "./picture-view.ts";
import type { PictureCase, SliderValues } from "./read-quantity.ts";

/** A picture with its numbers: what the drawing and its words are both made from. */
export type PictureModel =
	| PlaneModel
	| NetworkModel
	| GraphModel
	| LossModel
	| BarsModel
	| MatrixModel
	| PixelsModel;

/**
 * Turns any declaration and a case's values into what is drawn and told.
 *
 * @param graph the function the case calls, for a picture of its own step graph
 * @param shownRounds paths are shown up to this round; null shows all
 */
export function describePicture(
	picture: PictureView,
	graph: FunctionView | null,
	from: PictureCase,
	sliders: SliderValues,
	shownRounds: number | null,
): PictureModel {
	switch (picture.kind) {
		case "curve":
		case "contour":
		case "scatter":
			return describePlane(picture, from, sliders, shownRounds);
		case "network":
			return describeNetwork(picture, from, sliders);
		case "graph":
			return picture.nodes === undefined && graph !== null
				? describeStepGraph(graph, from)
				: describeGraph(picture, from, sliders);
		case "loss":
			return describeLoss(picture, from, sliders);
		case "bars":
			return describeBars(picture, from, sliders);
		case "matrix":
			return describeMatrix(picture, from, sliders);
		case "pixels":
			return describePixels(picture, from, sliders);
	}
}
