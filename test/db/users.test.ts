import { expect, test } from "vitest";
import { UnknownUserError } from "../../db/store.ts";
import { addUser, openCourse } from "./temporary-store.ts";

test("finds an account with its role and chosen name", async () => {
	const { store } = await openCourse();
	expect(await store.findUser("ada")).toEqual({
		userId: "ada",
		name: "ada",
		email: "ada@example.org",
		role: "student",
		isGuest: false,
		leaderboardName: null,
	});
});

test("tells a guest from an account", async () => {
	const { store, db } = await openCourse();
	addUser(db, "guest", { isAnonymous: true });
	expect((await store.findUser("guest"))?.isGuest).toBe(true);
});

test("finds nobody under an unknown id", async () => {
	const { store } = await openCourse();
	expect(await store.findUser("nobody")).toBeNull();
});

test("gives a role by e-mail address, whatever its case", async () => {
	const { store } = await openCourse();
	expect(await store.setRole("Ada@Example.org", "instructor")).toBe(true);
	expect((await store.findUser("ada"))?.role).toBe("instructor");
});

test("gives no role to an address without an account", async () => {
	const { store } = await openCourse();
	expect(await store.setRole("nobody@example.org", "instructor")).toBe(false);
});

test("refuses a role that does not exist", async () => {
	const { db } = await openCourse();
	expect(() => db.$client.exec(`UPDATE users SET role = 'king'`)).toThrow(
		"CHECK constraint failed: users_role",
	);
});

test("refuses a leaderboard name for nobody", async () => {
	const { store } = await openCourse();
	await expect(store.setLeaderboardName("nobody", "x")).rejects.toThrow(
		new UnknownUserError("nobody"),
	);
});
