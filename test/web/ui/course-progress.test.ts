import { describe, expect, it } from "vitest";
import type { Score } from "../../../db/store.ts";
import { describeCourse } from "../../../web/course/course-progress.ts";
import { formatPoints } from "../../../web/course/format-points.ts";
import { publish } from "./published.ts";

function score(
	slug: string,
	status: Score["status"],
	points: number,
	reachedAt: number,
): Score {
	return { slug, status, points, maxPoints: 10, attempts: 1, reachedAt };
}

const course = [
	publish("a"),
	publish("b", { chapter: 3 }),
	publish("c", {
		chapter: 3,
		checks: [
			{
				id: "all",
				title: { en: "all", zh: "全部" },
				points: 20,
				visible: true,
			},
		],
	}),
];

describe("describeCourse", () => {
	it("shows only chapters that have exercises", () => {
		expect(
			describeCourse(course, []).chapters.map(({ chapter }) => chapter.number),
		).toEqual([1, 3]);
	});

	it("continues with what was begun last", () => {
		const scores = [
			score("a", "partial", 5, 100),
			score("b", "wrong_answer", 0, 200),
		];
		expect(describeCourse(course, scores).next?.version.slug).toBe("b");
	});

	it("goes on to the first untouched exercise when all begun ones are solved", () => {
		expect(
			describeCourse(course, [score("a", "accepted", 10, 1)]).next?.version
				.slug,
		).toBe("b");
	});

	it("has nothing next when everything is solved, or nothing is published", () => {
		const all = course.map(({ slug }) => score(slug, "accepted", 10, 1));
		expect(describeCourse(course, all).next).toBeNull();
		expect(describeCourse([], []).next).toBeNull();
	});

	it("adds up points and solved exercises, leaving out scores of withdrawn exercises", () => {
		const scores = [
			score("a", "accepted", 10, 1),
			score("c", "partial", 7.25, 2),
			score("gone", "accepted", 10, 3),
		];
		expect(describeCourse(course, scores)).toMatchObject({
			solved: 1,
			points: 17.25,
			maxPoints: 40,
			exercises: 3,
		});
	});

	it("adds up the time of a chapter and what is left of it, a begun exercise in full", () => {
		const { chapters, minutes, minutesLeft } = describeCourse(course, [
			score("b", "accepted", 10, 1),
			score("c", "partial", 19, 2),
		]);
		expect(chapters[1]).toMatchObject({
			isBegun: true,
			solved: 1,
			minutes: 20,
			minutesLeft: 10,
		});
		expect(chapters[0]).toMatchObject({ isBegun: false, minutesLeft: 10 });
		expect([minutes, minutesLeft]).toEqual([30, 20]);
	});
});

describe("formatPoints", () => {
	it("writes at most two decimals and none that are zero", () => {
		expect([7.5, 10, 0.1 + 0.2, 9.875].map(formatPoints)).toEqual([
			"7.5",
			"10",
			"0.3",
			"9.88",
		]);
	});
});
