import { createRandom, type Random } from "../../reference/random.ts";

/** Draws before this one are rungs of the ladder: small, round inputs, from the simplest up. */
const ladderLength = 6;

/**
 * Draws one input of a property from its seed. The first draws of a property climb a ladder: values with few digits near
 * the simple end of the domain; so the first planned draw that fails is also the smallest. Later ones fill the domain.
 */
export class Draw {
	readonly #random: Random;
	/** 0 … 1: which part of the domain is used. */
	readonly #reach: number;
	readonly #isRung: boolean;

	/** @param index position among the property's draws, from 0 */
	constructor(seed: string, index: number) {
		this.#random = createRandom(seed);
		this.#isRung = index < ladderLength;
		this.#reach = this.#isRung ? (index + 1) / ladderLength : 1;
	}

	/** A number in [min, max]; on the ladder with one decimal. @throws RangeError when min > max */
	number(min: number, max: number): number {
		if (!(min <= max))
			throw new RangeError(`expected min ≤ max; got ${min} and ${max}`);
		const centre = Math.min(Math.max(1, min), max);
		const low = centre + (min - centre) * this.#reach;
		const high = centre + (max - centre) * this.#reach;
		const value = low + (high - low) * this.#random.uniform();
		if (!this.#isRung) return value;
		const rounded = Math.round(value * 10) / 10;
		return rounded >= min && rounded <= max ? rounded : value;
	}

	/** A whole number in [min, max], both included. */
	integer(min: number, max: number): number {
		if (!(Number.isInteger(min) && Number.isInteger(max) && min <= max)) {
			throw new RangeError(
				`expected whole numbers with min ≤ max; got ${min} and ${max}`,
			);
		}
		const high = min + Math.floor((max - min) * this.#reach);
		return min + Math.floor(this.#random.uniform() * (high - min + 1));
	}

	boolean(): boolean {
		return this.#random.uniform() < 0.5;
	}

	/** `length` numbers in [min, max]. */
	vector(length: number, min: number, max: number): number[] {
		return Array.from({ length }, () => this.number(min, max));
	}

	/** Two numbers in [min, max]. */
	pair(min: number, max: number): [number, number] {
		return [this.number(min, max), this.number(min, max)];
	}

	/** `rows` × `columns` numbers in [min, max]. */
	matrix(rows: number, columns: number, min: number, max: number): number[][] {
		return Array.from({ length: rows }, () => this.vector(columns, min, max));
	}

	/** One of `choices`. @throws RangeError when there are none */
	pick<Choice>(choices: readonly Choice[]): Choice {
		const choice = choices[Math.floor(this.#random.uniform() * choices.length)];
		if (choice === undefined)
			throw new RangeError("expected at least one choice; got none");
		return choice;
	}
}
