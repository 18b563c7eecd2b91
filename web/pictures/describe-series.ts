import { toList } from "./data.ts";
import type { PictureViewOf } from "./picture-view.ts";
import {
	type PictureCase,
	readersFor,
	type SliderValues,
	type Who,
} from "./read-quantity.ts";

/** Named numbers; null where one is missing or no number. */
export interface Series {
	label: string;
	who: Who;
	values: (number | null)[];
}

export interface LossModel {
	kind: "loss";
	series: Series[];
	/** The round of the first value. */
	first: number;
	isLog: boolean;
	x: string | null;
	y: string | null;
}

export interface BarsModel {
	kind: "bars";
	series: Series[];
	/** What each place is called, as many as the longest series has. */
	names: string[];
	y: string | null;
}

/** More bars than this are no picture any more. */
const mostBars = 64;

type Declared = PictureViewOf<"loss">["series"];

function readSeries(
	declared: Declared,
	from: PictureCase,
	sliders: SliderValues,
): Series[] {
	return declared.flatMap((one) =>
		readersFor(one, from, sliders).map((reader) => ({
			label: one.label,
			who: reader.who,
			values: toList(reader.read(one.values)),
		})),
	);
}

export function describeLoss(
	picture: PictureViewOf<"loss">,
	from: PictureCase,
	sliders: SliderValues,
): LossModel {
	return {
		kind: "loss",
		series: readSeries(picture.series, from, sliders),
		first: picture.first ?? 0,
		isLog: picture.log ?? false,
		x: picture.x ?? null,
		y: picture.y ?? null,
	};
}

export function describeBars(
	picture: PictureViewOf<"bars">,
	from: PictureCase,
	sliders: SliderValues,
): BarsModel {
	const series = readSeries(picture.series, from, sliders).map((one) => ({
		...one,
		values: one.values.slice(0, mostBars),
	}));
	const count = Math.max(0, ...series.map(({ values }) => values.length));
	return {
		kind: "bars",
		series,
		names: Array.from(
			{ length: count },
			(_, index) => picture.names?.[index] ?? String(index + 1),
		),
		y: picture.y ?? null,
	};
}
