import { expect, it } from "vitest";
import { LaneTimes } from "../../../grader/worker/lane-times.ts";

it("knows nothing at first, and learns what the like of a job takes", () => {
	const times = new LaneTimes();
	expect(times.longFrom("v")).toBe(300);
	for (let i = 0; i < 50; i++) times.note("v", 20);
	expect(times.longFrom("v")).toBeCloseTo(100, 0);
	expect(times.longFrom("other")).toBe(300);
});

it("calls nothing long below 60 ms, and everything from a second on", () => {
	const times = new LaneTimes();
	for (let i = 0; i < 50; i++) times.note("quick", 1);
	expect(times.longFrom("quick")).toBe(60);
	for (let i = 0; i < 50; i++) times.note("slow", 900);
	expect(times.longFrom("slow")).toBe(1_000);
});

it("is not carried away by one odd measurement", () => {
	const times = new LaneTimes();
	for (let i = 0; i < 50; i++) times.note("v", 20);
	times.note("v", 1e9);
	expect(times.longFrom("v")).toBeLessThan(150);
});

it("forgets the version that was not graded for longest", () => {
	const times = new LaneTimes();
	for (let i = 0; i < 65; i++) {
		for (let j = 0; j < 50; j++) times.note(`v${i}`, 20);
	}
	expect(times.longFrom("v0")).toBe(300);
	expect(times.longFrom("v1")).toBeCloseTo(100, 0);
});
