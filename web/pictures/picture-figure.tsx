"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import type { FunctionView } from "../exercise/exercise-view.ts";
import { formatNumber } from "../exercise/format-value.ts";
import { Chart } from "./chart.tsx";
import { describePicture, type PictureModel } from "./describe-picture.ts";
import { GraphPicture } from "./graph-picture.tsx";
import { Legend } from "./legend.tsx";
import { MatrixPicture } from "./matrix-picture.tsx";
import { NetworkPicture } from "./network-picture.tsx";
import type { NamedCase } from "./picture-cases.ts";
import { PictureTable } from "./picture-table.tsx";
import type { PictureView } from "./picture-view.ts";
import { PixelsPicture } from "./pixels-picture.tsx";
import { makeSpeaker, type Speaker, tellPicture } from "./tell-picture.ts";

/**
 * One picture with its caption, the reader's choices, and the same in words and numbers. Everything but the drawing stands
 * in the page as the server sends it.
 */
export function PictureFigure({
	picture,
	graph,
	cases,
}: {
	picture: PictureView;
	graph: FunctionView | null;
	cases: readonly NamedCase[];
}) {
	const t = useTranslations("pictures");
	const language = useLocale();
	const id = useId();
	const start = cases[(picture.case ?? 1) - 1] ?? cases[0];
	const [chosenId, setChosenId] = useState(start?.id ?? null);
	const [sliders, setSliders] = useState<Record<string, number>>(() =>
		Object.fromEntries(
			(picture.sliders ?? []).map(({ name, start }) => [name, start]),
		),
	);
	const [round, setRound] = useState<number | null>(null);
	const chosen = cases.find((one) => one.id === chosenId) ?? start;
	const say = useMemo(() => makeSpeaker(t, language), [t, language]);
	const model = useMemo(
		() =>
			chosen ? describePicture(picture, graph, chosen, sliders, round) : null,
		[picture, graph, chosen, sliders, round],
	);
	const words = useMemo(() => model && tellPicture(model, say), [model, say]);
	if (model === null || words === null || !chosen) return null;

	const caption =
		picture.caption ?? t("stepGraph", { name: `${picture.function}()` });
	const rounds = model.kind === "plane" ? model.rounds : 0;
	return (
		<figure className={`picture ${picture.half ? "picture-half" : ""}`}>
			<Drawing model={model} sentence={words.sentence} say={say} />
			{cases.length > 1 && (
				<div className="picture-slider">
					<label htmlFor={`${id}-case`}>{t("chooseCase")}</label>
					<select
						className="select select-small"
						id={`${id}-case`}
						value={chosen.id}
						onChange={({ target }) => {
							setChosenId(target.value);
							setRound(null);
						}}
					>
						{cases.map((one) => (
							<option key={one.id} value={one.id}>
								{one.title}
							</option>
						))}
					</select>
				</div>
			)}
			{rounds > 0 && (
				<Slider
					label={t("rounds", {
						round: Math.min(round ?? rounds, rounds) + 1,
						rounds: rounds + 1,
					})}
					from={0}
					to={rounds}
					step={1}
					value={Math.min(round ?? rounds, rounds)}
					onChange={setRound}
				/>
			)}
			{picture.sliders?.map(({ name, label, from, to, step }) => (
				<Slider
					key={name}
					label={t("slider", {
						label,
						value: formatNumber(sliders[name] ?? from, 4),
					})}
					from={from}
					to={to}
					step={step}
					value={sliders[name] ?? from}
					onChange={(value) => setSliders({ ...sliders, [name]: value })}
				/>
			))}
			<figcaption>{caption}</figcaption>
			<details className="step-details">
				<summary>{t("words")}</summary>
				<p className="picture-words">{words.sentence}</p>
				{words.table && <PictureTable table={words.table} caption={caption} />}
			</details>
		</figure>
	);
}

function Drawing({
	model,
	sentence,
	say,
}: {
	model: PictureModel;
	sentence: string;
	say: Speaker;
}) {
	switch (model.kind) {
		case "plane":
		case "loss":
		case "bars":
			return (
				<>
					<Chart model={model} sentence={sentence} />
					<Legend model={model} say={say} />
				</>
			);
		case "network":
			return <NetworkPicture model={model} sentence={sentence} />;
		case "graph":
			return <GraphPicture model={model} sentence={sentence} say={say} />;
		case "matrix":
			return <MatrixPicture model={model} sentence={sentence} />;
		case "pixels":
			return <PixelsPicture model={model} sentence={sentence} />;
	}
}

function Slider({
	label,
	from,
	to,
	step,
	value,
	onChange,
}: {
	label: string;
	from: number;
	to: number;
	step: number;
	value: number;
	onChange: (value: number) => void;
}) {
	const id = useId();
	return (
		<div className="picture-slider">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				type="range"
				min={from}
				max={to}
				step={step}
				value={value}
				onChange={({ target }) => onChange(Number(target.value))}
			/>
		</div>
	);
}
