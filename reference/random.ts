import { assertCount, assertNumber } from "./assert-arguments.ts";

/**
 * A stream of pseudo-random numbers. Drawing moves the stream on: this is the one thing in this folder that changes.
 * Same seed, same numbers; `normal` also relies on Math.log and Math.cos, whose last bit may differ between engines.
 */
export interface Random {
	/** Draws 32 bits: a whole number in [0, 2³²). */
	bits32(): number;
	/** Draws from [0, 1), a multiple of 2⁻⁵³. */
	uniform(): number;
	/** Draws from [low, high); low itself when both are equal. @throws TypeError unless both are numbers; RangeError unless finite and low ≤ high */
	between(low: number, high: number): number;
	/** Draws a whole number from low to high, both inclusive, all equally likely. @throws TypeError, RangeError unless safe integers with low ≤ high and fewer than 2⁵³ choices */
	integer(low: number, high: number): number;
	/** Draws from the normal distribution, by default mean 0 and deviation 1. @throws TypeError unless both are numbers; RangeError when the deviation is negative */
	normal(mean?: number, deviation?: number): number;
}

/**
 * Makes a generator from a whole number, a text, or both (a text names an independent stream of a seed).
 * xoshiro128** whose 128 bits of state are the first two outputs of SplitMix64 started at seed XOR FNV-1a(text); period 2¹²⁸ − 1.
 * Not for secrets. Source: Blackman & Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47(4), and its advice on seeding.
 *
 * @param seed a whole number 0 … 2⁵³−1, or a text (then seed 0 with that stream)
 * @param stream any text; "" is the main stream
 * @throws TypeError unless the arguments are a number or text, and text; RangeError for a number that is not a whole one 0 … 2⁵³−1
 * @example createRandom(42, "weights").normal(0, 0.1)
 */
export function createRandom(seed: number | string, stream = ""): Random {
	if (typeof seed === "string") return createRandom(0, seed);
	assertCount(seed, "seed");
	if (typeof stream !== "string")
		throw new TypeError(`stream must be a text, got ${typeof stream}`);
	const start = BigInt(seed) ^ (stream === "" ? 0n : hashText(stream));
	const state = splitMix64(start, 2).flatMap((word) => [
		Number(word & 0xffffffffn),
		Number(word >> 32n),
	]);
	return drawFrom(xoshiro128(state));
}

/**
 * Lists the first outputs of SplitMix64. Source: Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators.
 *
 * @param seed 64 bits
 * @param count how many outputs, each of 64 bits
 * @throws TypeError, RangeError unless `count` is a whole number of at least 0
 */
export function splitMix64(seed: bigint, count: number): bigint[] {
	assertCount(count, "count");
	const outputs: bigint[] = [];
	let state = seed;
	while (outputs.length < count) {
		state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
		let z = state;
		z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
		z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
		outputs.push(z ^ (z >> 31n));
	}
	return outputs;
}

/** Hashes a text's UTF-8 bytes to 64 bits with FNV-1a. Not for secrets. Source: Fowler, Noll & Vo, FNV hash, variant 1a. @throws TypeError unless it is a text */
export function hashText(text: string): bigint {
	if (typeof text !== "string")
		throw new TypeError(`text must be a text, got ${typeof text}`);
	let hash = 0xcbf29ce484222325n;
	for (const byte of utf8(text))
		hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	return hash;
}

/**
 * Makes the bare generator xoshiro128**: each call returns the next 32 bits, a whole number in [0, 2³²).
 *
 * @param state 4 whole numbers in [0, 2³²), not all 0; copied
 * @throws RangeError unless there are four and one is not 0
 */
export function xoshiro128(state: readonly number[]): () => number {
	if (state.length !== 4 || state.every((word) => word === 0))
		throw new RangeError("the state must be four words, not all 0");
	const s = Uint32Array.from(state);
	return () => {
		const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = s;
		const mixed2 = s2 ^ s0;
		const mixed3 = s3 ^ s1;
		s[0] = s0 ^ mixed3;
		s[1] = s1 ^ mixed2;
		s[2] = mixed2 ^ (s1 << 9);
		s[3] = rotateLeft(mixed3, 11);
		return Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
	};
}

function drawFrom(bits32: () => number): Random {
	const bits53 = () => (bits32() >>> 5) * 2 ** 26 + (bits32() >>> 6);
	const uniform = () => bits53() / 2 ** 53;
	return {
		bits32,
		uniform,
		between(low, high) {
			assertNumber(low, "low");
			assertNumber(high, "high");
			if (!Number.isFinite(high - low) || low > high)
				throw new RangeError(
					`low and high must be finite with low ≤ high, got ${low} and ${high}`,
				);
			const drawn = low + (high - low) * uniform();
			// Rounding may carry the sum up to high, which is excluded.
			return drawn < high ? drawn : low;
		},
		integer(low, high) {
			assertCount(low, "low", Number.MIN_SAFE_INTEGER);
			assertCount(high, "high", low);
			const choices = high - low + 1;
			if (choices >= 2 ** 53)
				throw new RangeError(
					`low … high must hold fewer than 2^53 choices, got ${low} … ${high}`,
				);
			// Draws from the incomplete last round are thrown away, so that every choice is equally likely.
			const limit = 2 ** 53 - (2 ** 53 % choices);
			let drawn = bits53();
			while (drawn >= limit) drawn = bits53();
			return low + (drawn % choices);
		},
		normal(mean = 0, deviation = 1) {
			assertNumber(mean, "mean");
			assertNumber(deviation, "deviation");
			if (deviation < 0)
				throw new RangeError(
					`deviation must not be negative, got ${deviation}`,
				);
			// Box & Muller (1958), A Note on the Generation of Random Normal Deviates; 1 − u lies in (0, 1], so its logarithm is finite.
			const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
			return mean + deviation * radius * Math.cos(2 * Math.PI * uniform());
		},
	};
}

function rotateLeft(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}

/** A bare isolate has no TextEncoder. A lone surrogate is encoded as it stands. */
function utf8(text: string): number[] {
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
		if (code < 0x80) bytes.push(code);
		else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(0));
		else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(6), tail(0));
		else bytes.push(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
	}
	return bytes;
}
