import { describe, expect, it } from "vitest";
import type { Score } from "../../../db/store.ts";
import { describeCourse } from "../../../web/course/course-progress.ts";
import { breakLines } from "../../../web/map/break-lines.ts";
import { describeMap, type MapNode } from "../../../web/map/describe-map.ts";
import { layOutMap } from "../../../web/map/lay-out-map.ts";
import { publish } from "./published.ts";

const course = [
	publish("sum"),
	publish("slope", { prerequisites: ["sum"] }),
	publish("chain", { chapter: 2, prerequisites: ["sum", "slope"] }),
	publish("net", { chapter: 3, prerequisites: ["chain", "withdrawn"] }),
];

function mapOf(...solved: [string, Score["status"]][]): MapNode[] {
	const scores = solved.map(
		([slug, status]): Score => ({
			slug,
			status,
			points: 1,
			maxPoints: 10,
			attempts: 1,
			reachedAt: 1,
		}),
	);
	return describeMap(describeCourse(course, scores), "en");
}
const statesOf = (nodes: MapNode[]) => nodes.map(({ state }) => state);

describe("describeMap", () => {
	it("is ready for what builds on nothing, and open for the rest, before anything was solved", () => {
		expect(statesOf(mapOf())).toEqual(["ready", "open", "open", "open"]);
	});

	it("makes an exercise ready only when all it builds on is solved", () => {
		expect(statesOf(mapOf(["sum", "accepted"]))).toEqual([
			"solved",
			"ready",
			"open",
			"open",
		]);
		expect(statesOf(mapOf(["sum", "accepted"], ["slope", "partial"]))).toEqual([
			"solved",
			"begun",
			"open",
			"open",
		]);
	});

	it("shows what was begun or solved early as that", () => {
		expect(statesOf(mapOf(["chain", "accepted"]))).toEqual([
			"ready",
			"open",
			"solved",
			"ready",
		]);
	});

	it("leaves out prerequisites that are not published", () => {
		expect(mapOf().at(-1)?.buildsOn).toEqual(["chain"]);
	});
});

describe("layOutMap", () => {
	it("places every exercise once, without overlap, and every arrow onward", () => {
		const { exercises, arrows, width, height } = layOutMap(mapOf());
		expect(exercises.map(({ node }) => node.slug)).toEqual([
			"sum",
			"slope",
			"chain",
			"net",
		]);
		for (const [index, one] of exercises.entries()) {
			expect(one.x + one.width).toBeLessThanOrEqual(width);
			expect(one.y + one.height).toBeLessThanOrEqual(height);
			for (const other of exercises.slice(index + 1))
				expect(
					one.x + one.width <= other.x ||
						other.x + other.width <= one.x ||
						one.y + one.height <= other.y ||
						other.y + other.height <= one.y,
				).toBe(true);
		}
		const left = new Map(exercises.map(({ node, x }) => [node.slug, x]));
		expect(arrows).toHaveLength(4);
		for (const { from, to } of arrows)
			expect(left.get(from)).toBeLessThan(left.get(to) ?? 0);
	});
});

describe("breakLines", () => {
	it("breaks between words and keeps the title readable across lines", () => {
		const lines = breakLines("The weighted sum of a neuron", 10, 3);
		expect(lines.length).toBeGreaterThan(1);
		expect(lines.join("")).toBe("The weighted sum of a neuron");
	});

	it("breaks between Chinese characters, never before a closing mark", () => {
		expect(breakLines("一二三四五，六七", 5.5, 3)).toEqual([
			"一二三四",
			"五，六七",
		]);
	});

	it("keeps a Latin word within Chinese whole", () => {
		expect(breakLines("认识 softmax 函数", 6, 3)).toEqual([
			"认识 ",
			"softmax ",
			"函数",
		]);
	});

	it("ends in an ellipsis where lines run out", () => {
		expect(breakLines("one two three four", 3, 2)).toEqual(["one ", "two…"]);
	});
});
