import { expect, test } from "vitest";
import { isRole, mayOperate, mayTeach, roles } from "../../db/roles.ts";

test("lets administrators do what instructors do, and only them operate", () => {
	expect(roles.filter((role) => mayTeach({ role }))).toEqual([
		"instructor",
		"administrator",
	]);
	expect(roles.filter((role) => mayOperate({ role }))).toEqual([
		"administrator",
	]);
});

test("knows a role from any other text", () => {
	expect(roles.every(isRole)).toBe(true);
	for (const text of ["owner", "Administrator", "", undefined, null]) {
		expect(isRole(text)).toBe(false);
	}
});
