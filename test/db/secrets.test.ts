import { expect, test } from "vitest";
import { openStore } from "../../db/open-store.ts";
import { openTemporaryStore, temporaryFile } from "./temporary-store.ts";

test("makes a secret of 32 bytes in hex and keeps it over a restart", async () => {
	const file = temporaryFile();
	const first = openStore({ file });
	const secret = await first.getSecret("auth");
	await first.close();
	expect(secret).toMatch(/^[0-9a-f]{64}$/);
	const second = openStore({ file });
	expect(await second.getSecret("auth")).toBe(secret);
	await second.close();
});

test("gives two processes that ask at once the same secret", async () => {
	const { store, file } = openTemporaryStore();
	const other = openStore({ file });
	const [one, two] = await Promise.all([
		store.getSecret("seed"),
		other.getSecret("seed"),
	]);
	expect(one).toBe(two);
	await other.close();
});

test("never gives one secret for two purposes", async () => {
	const { store } = openTemporaryStore();
	expect(await store.getSecret("auth")).not.toBe(await store.getSecret("seed"));
});
