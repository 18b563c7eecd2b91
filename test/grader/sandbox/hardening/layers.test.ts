import { expect, it } from "vitest";
import {
	isAtLeast,
	type Layer,
	type LayerId,
	type Level,
	layerIds,
	layersOf,
	levelOf,
} from "../../../../grader/sandbox/hardening/layers.ts";
import { readLimit } from "../../../../grader/sandbox/hardening/limits.ts";
import {
	LevelError,
	parseMinLevel,
} from "../../../../grader/sandbox/hardening/min-level.ts";

const withOff = (...off: LayerId[]): Layer[] =>
	layerIds.map((id) => ({ id, isOn: !off.includes(id), detail: "" }));

it.each<[LayerId | "none", Level]>([
	["none", "A"],
	["files", "B"],
	["system-calls", "B"],
	["network", "C"],
	["processes", "C"],
	["no-new-privileges", "C"],
	["own-user", "D"],
	["resource-limits", "D"],
	["permission-model", "D"],
	["no-machine-code", "D"],
	["process-count", "A"],
	["low-priority", "A"],
])("without %s the level is %s, whatever else is on", (off, level) => {
	expect(levelOf(off === "none" ? withOff() : withOff(off))).toBe(level);
});

it("is D when nothing is known", () => {
	expect(levelOf([])).toBe("D");
});

it("stands on the layers of the levels below", () => {
	expect(layersOf("A")).toEqual(expect.arrayContaining([...layersOf("B")]));
	expect(layersOf("B")).toEqual(expect.arrayContaining([...layersOf("C")]));
	expect(layersOf("D")).toEqual([]);
});

it("compares levels", () => {
	expect(isAtLeast("A", "B")).toBe(true);
	expect(isAtLeast("B", "B")).toBe(true);
	expect(isAtLeast("C", "B")).toBe(false);
});

it("reads the setting, and nothing as every level", () => {
	expect(parseMinLevel("B")).toBe("B");
	expect(parseMinLevel(undefined)).toBe("D");
	expect(parseMinLevel("")).toBe("D");
});

it.each(["b", "E", "A ", "AB"])("refuses %j as a level", (text) => {
	expect(() => parseMinLevel(text)).toThrow(LevelError);
	expect(() => parseMinLevel(text)).toThrow(
		`CHAINRULE_MIN_LEVEL: expected A, B, C or D; got "${text}"`,
	);
});

it("reads the kernel's table of limits", () => {
	const text = `Limit                     Soft Limit           Hard Limit           Units
Max cpu time              120                  unlimited            seconds
Max file size             0                    0                    bytes     `;
	expect(readLimit(text, "Max cpu time")).toEqual({
		soft: 120,
		hard: Number.POSITIVE_INFINITY,
	});
	expect(readLimit(text, "Max file size")).toEqual({ soft: 0, hard: 0 });
	expect(readLimit(text, "Max data size")).toBeNull();
});
