import { describe, expect, it } from "vitest";
import {
	createRandom,
	hashText,
	splitMix64,
	xoshiro128,
} from "../../reference/random.ts";
import { itRefuses, wrong } from "./refusal.ts";

const draws = (seed: number | string, stream?: string) => {
	const random = createRandom(seed, stream);
	return Array.from({ length: 20 }, () => [
		random.uniform(),
		random.integer(-3, 3),
		random.normal(),
		random.between(2, 5),
	]).flat();
};

/** A check word of 32 bits over many draws, as large seeds and both halves of them must matter. */
const first = (seed: number | string, stream?: string) =>
	createRandom(seed, stream).bits32();

describe("the generator", () => {
	it("gives the published outputs of xoshiro128**", () => {
		const next = xoshiro128([1, 2, 3, 4]);
		const published = [
			11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034,
			3734860849, 3729100597, 4258142804,
		];
		expect(published.map(() => next())).toEqual(published);
	});

	it("gives the published outputs of SplitMix64", () => {
		const published = [
			6457827717110365317n,
			3203168211198807973n,
			9817491932198370423n,
			4593380528125082431n,
			16408922859458223821n,
		];
		expect(splitMix64(1234567n, 5)).toEqual(published);
	});

	it("gives the published hashes of FNV-1a", () => {
		expect(["", "a", "foobar"].map(hashText)).toEqual([
			0xcbf29ce484222325n,
			0xaf63dc4c8601ec8cn,
			0x85944171f73967e8n,
		]);
	});

	it("hashes the UTF-8 bytes of a text", () => {
		const ofBytes = (bytes: Uint8Array) =>
			bytes.reduce(
				(hash, byte) =>
					BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n),
				0xcbf29ce484222325n,
			);
		for (const text of ["é", "链式法则", "𝛿🙂"])
			expect(hashText(text)).toBe(ofBytes(new TextEncoder().encode(text)));
	});

	it("gives the same numbers for the same seed", () => {
		expect(draws(42, "weights")).toEqual(draws(42, "weights"));
		expect(draws("weights")).toEqual(draws(0, "weights"));
	});

	it("never changes what a seed gives: these are fixed for good", () => {
		expect([
			first(0),
			first(1),
			first(42),
			first(2 ** 53 - 1),
			first(42, "weights"),
		]).toMatchInlineSnapshot(`
			[
			  3737715805,
			  1695105466,
			  1776835114,
			  1233166643,
			  267038930,
			]
		`);
	});

	it("gives other numbers for other seeds, streams and halves of a seed", () => {
		const seeds = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 52, 2 ** 53 - 1];
		const all = [
			...seeds.map((seed) => first(seed)),
			...seeds.map((seed) => first(seed, "a")),
			first(0, "b"),
		];
		expect(new Set(all).size).toBe(all.length);
	});
});

describe("the draws", () => {
	it("are uniform in [0, 1) with mean ½ and variance 1/12", () => {
		const random = createRandom(1);
		const sample = Array.from({ length: 20_000 }, () => random.uniform());
		expect(sample.every((x) => x >= 0 && x < 1)).toBe(true);
		expect(mean(sample)).toBeCloseTo(0.5, 2);
		expect(mean(sample.map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
	});

	it("are whole numbers, both ends included and all about equally often", () => {
		const random = createRandom(2);
		const counts = new Map<number, number>();
		for (let i = 0; i < 7000; i++) {
			const drawn = random.integer(-3, 3);
			counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
		}
		expect([...counts.keys()].sort((a, b) => a - b)).toEqual([
			-3, -2, -1, 0, 1, 2, 3,
		]);
		// 1000 expected, deviation 29: four deviations.
		for (const count of counts.values())
			expect(Math.abs(count - 1000)).toBeLessThan(120);
	});

	it("reach the widest range of whole numbers and a range of one", () => {
		const random = createRandom(3);
		expect(Number.isSafeInteger(random.integer(0, 2 ** 53 - 2))).toBe(true);
		expect(random.integer(5, 5)).toBe(5);
	});

	it("are normal with the mean and deviation asked for", () => {
		const random = createRandom(4);
		const sample = Array.from({ length: 20_000 }, () => random.normal(3, 2));
		const center = mean(sample);
		// Deviation of the mean 0.014, of the variance 0.04: four deviations.
		expect(Math.abs(center - 3)).toBeLessThan(0.06);
		expect(
			Math.abs(mean(sample.map((x) => (x - center) ** 2)) - 4),
		).toBeLessThan(0.16);
		expect(
			Math.abs(mean(sample.map((x) => ((x - center) / 2) ** 4)) - 3),
		).toBeLessThan(0.3);
	});

	it("stay below the upper end even where rounding would reach it", () => {
		const random = createRandom(5);
		const [low, high] = [1, 1 + Number.EPSILON];
		for (let i = 0; i < 100; i++) expect(random.between(low, high)).toBe(low);
		expect(random.between(7, 7)).toBe(7);
		expect(random.normal(7, 0)).toBe(7);
	});

	const random = createRandom(0);
	const text = wrong<number>("1");
	itRefuses([
		[
			"a seed below 0",
			() => createRandom(-1),
			RangeError,
			"seed must be a whole number of at least 0, got -1",
		],
		[
			"a seed that is not whole",
			() => createRandom(0.5),
			RangeError,
			"seed must be a whole number of at least 0, got 0.5",
		],
		[
			"a seed above 2^53 − 1",
			() => createRandom(2 ** 53),
			RangeError,
			"seed must be a whole number of at least 0, got 9007199254740992",
		],
		[
			"a seed of null",
			() => createRandom(wrong(null)),
			TypeError,
			"seed must be a number, got null",
		],
		[
			"a stream that is not text",
			() => createRandom(1, wrong(2)),
			TypeError,
			"stream must be a text, got number",
		],
		[
			"a hash of a number",
			() => hashText(wrong(2)),
			TypeError,
			"text must be a text, got number",
		],
		[
			"a count below 0",
			() => splitMix64(0n, -1),
			RangeError,
			"count must be a whole number of at least 0, got -1",
		],
		[
			"a state of zeros",
			() => xoshiro128([0, 0, 0, 0]),
			RangeError,
			"the state must be four words, not all 0",
		],
		[
			"a state of three words",
			() => xoshiro128([1, 2, 3]),
			RangeError,
			"the state must be four words, not all 0",
		],
		[
			"a range upside down",
			() => random.between(2, 1),
			RangeError,
			"low and high must be finite with low ≤ high, got 2 and 1",
		],
		[
			"an infinite range",
			() => random.between(0, Infinity),
			RangeError,
			"low and high must be finite with low ≤ high, got 0 and Infinity",
		],
		[
			"a lower end of text",
			() => random.between(text, 1),
			TypeError,
			"low must be a number, got string",
		],
		[
			"an upper end of text",
			() => random.between(0, text),
			TypeError,
			"high must be a number, got string",
		],
		[
			"whole numbers upside down",
			() => random.integer(2, 1),
			RangeError,
			"high must be a whole number of at least 2, got 1",
		],
		[
			"half a lower end",
			() => random.integer(0.5, 1),
			RangeError,
			"low must be a whole number of at least -9007199254740991, got 0.5",
		],
		[
			"too many whole numbers",
			() => random.integer(0, 2 ** 53 - 1),
			RangeError,
			"low … high must hold fewer than 2^53 choices, got 0 … 9007199254740991",
		],
		[
			"a negative deviation",
			() => random.normal(0, -1),
			RangeError,
			"deviation must not be negative, got -1",
		],
		[
			"a mean of text",
			() => random.normal(text),
			TypeError,
			"mean must be a number, got string",
		],
		[
			"a deviation of text",
			() => random.normal(0, text),
			TypeError,
			"deviation must be a number, got string",
		],
	]);
});

function mean(sample: number[]): number {
	return sample.reduce((total, x) => total + x, 0) / sample.length;
}
