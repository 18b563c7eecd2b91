import { expect, test } from "vitest";
import { DrainRate } from "../../../web/server/drain-rate.ts";

test("tells how long so many take at the rate of the verdicts seen", () => {
	const rate = new DrainRate();
	for (let now = 0; now <= 5000; now += 500) rate.note(now, 10, false);
	expect(rate.estimate(0)).toBe(50);
	expect(rate.estimate(199)).toBe(10_000);
});

test("tells nothing from a short look, or from few verdicts", () => {
	const rate = new DrainRate();
	expect(rate.estimate(1)).toBeNull();
	for (let now = 0; now < 2000; now += 500) rate.note(now, 50, false);
	expect(rate.estimate(1)).toBeNull();
	const slow = new DrainRate();
	for (let now = 0; now <= 4500; now += 500) slow.note(now, 1, false);
	expect(slow.estimate(1)).toBeNull();
	slow.note(5000, 1, false);
	expect(slow.estimate(9)).toBe(5000);
});

test("learns nothing from a time in which nobody waited", () => {
	const rate = new DrainRate();
	for (let now = 0; now <= 60_000; now += 5000) rate.note(now, 1, true);
	expect(rate.estimate(100)).toBeNull();
	// What came before the queue filled is not counted.
	rate.note(61_000, 900, false);
	for (let now = 61_500; now <= 66_000; now += 500) rate.note(now, 20, false);
	expect(rate.estimate(399)).toBe(10_000);
	rate.note(66_500, 5, true);
	expect(rate.estimate(399)).toBeNull();
});

test("forgets what was a minute ago", () => {
	const rate = new DrainRate();
	let now = 0;
	for (; now < 60_000; now += 500) rate.note(now, 100, false);
	for (; now < 130_000; now += 500) rate.note(now, 1, false);
	expect(rate.estimate(9)).toBe(5000);
});
