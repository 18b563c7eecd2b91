import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseDraft } from "../../../web/draft/choose-draft.ts";
import {
	DraftKeeper,
	retryDelayMs,
	saveDelayMs,
} from "../../../web/draft/draft-keeper.ts";
import {
	findLocalDraft,
	moveLocalDrafts,
	saveLocalDraft,
	visitor,
} from "../../../web/draft/local-draft.ts";

/** A browser's storage in memory; `limit` is how many keys it takes. */
function createStorage(limit = 100): Storage {
	const entries = new Map<string, string>();
	return {
		get length() {
			return entries.size;
		},
		clear: () => entries.clear(),
		getItem: (key) => entries.get(key) ?? null,
		key: (index) => [...entries.keys()][index] ?? null,
		removeItem: (key) => void entries.delete(key),
		setItem: (key, value) => {
			if (!entries.has(key) && entries.size >= limit)
				throw new Error("QuotaExceededError");
			entries.set(key, value);
		},
	};
}

/** A server with one draft, as `PUT /api/v1/drafts/{slug}` behaves. */
function createServer(
	draft: { source: string; revision: number; savedAt: number } | null = null,
) {
	const server = {
		draft,
		answers: [] as number[],
		isDown: false,
		fetch: (async (_path: string, init: RequestInit) => {
			if (server.isDown) throw new TypeError("Failed to fetch");
			const { source, baseRevision } = JSON.parse(String(init.body)) as {
				source: string;
				baseRevision: number;
			};
			if (baseRevision !== (server.draft?.revision ?? 0)) {
				server.answers.push(409);
				return Response.json(
					{ status: 409, draft: server.draft },
					{ status: 409 },
				);
			}
			server.draft = { source, revision: baseRevision + 1, savedAt: 5000 };
			server.answers.push(200);
			return Response.json(server.draft);
		}) as typeof fetch,
	};
	return server;
}

function openKeeper(
	userId: string | null,
	server = createServer(),
	storage = createStorage(),
) {
	const keeper = new DraftKeeper("slug", userId, "starter", {
		storage,
		fetch: server.fetch,
		now: () => 9000,
	});
	const chosen = keeper.open(server.draft);
	return { keeper, chosen, server, storage };
}

describe("chooseDraft", () => {
	const server = { source: "server", revision: 3, savedAt: 2000 };

	it("opens the starter when nothing was kept", () => {
		expect(chooseDraft(null, null, "starter")).toEqual({
			source: "starter",
			baseRevision: 0,
			isSynced: true,
			other: null,
		});
	});

	it("continues unsent work that grew from the server's revision", () => {
		const local = {
			source: "mine",
			savedAt: 1000,
			baseRevision: 3,
			isSynced: false,
		};
		expect(chooseDraft(local, server, "starter")).toMatchObject({
			source: "mine",
			baseRevision: 3,
			other: null,
		});
	});

	it("takes the server's when this browser has nothing of its own", () => {
		const local = {
			source: "old",
			savedAt: 9000,
			baseRevision: 2,
			isSynced: true,
		};
		expect(chooseDraft(local, server, "starter")).toMatchObject({
			source: "server",
			isSynced: true,
			other: null,
		});
	});

	it("lets the newer of two diverged versions win and hands back the other", () => {
		const local = { source: "mine", baseRevision: 1, isSynced: false };
		expect(chooseDraft({ ...local, savedAt: 3000 }, server, "")).toMatchObject({
			source: "mine",
			baseRevision: 3,
			other: { source: "server" },
		});
		expect(chooseDraft({ ...local, savedAt: 1000 }, server, "")).toMatchObject({
			source: "server",
			other: { source: "mine" },
		});
	});
});

describe("DraftKeeper", () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it("keeps every change in this browser before it returns", () => {
		const { keeper, storage } = openKeeper("ada");
		keeper.change("a");
		expect(findLocalDraft(storage, "ada", "slug")).toMatchObject({
			source: "a",
			isSynced: false,
		});
	});

	it("sends one save for all changes of two seconds", async () => {
		const { keeper, server } = openKeeper("ada");
		for (const text of ["a", "ab", "abc"]) keeper.change(text);
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(server.answers).toEqual([200]);
		expect(server.draft?.source).toBe("abc");
		expect(keeper.state.status).toBe("saved");
	});

	it("sends nothing for a visitor, and the visitor's work goes along when a guest's session begins", async () => {
		const { keeper, server, storage } = openKeeper(null);
		keeper.change("work");
		await vi.advanceTimersByTimeAsync(10 * saveDelayMs);
		expect(server.answers).toEqual([]);
		keeper.adopt("guest-1");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(server.draft?.source).toBe("work");
		expect(findLocalDraft(storage, visitor, "slug")).toBeNull();
		expect(findLocalDraft(storage, "guest-1", "slug")).toMatchObject({
			isSynced: true,
		});
	});

	it("stops saving at a conflict and loses neither version", async () => {
		const { keeper, server, storage } = openKeeper(
			"ada",
			createServer({ source: "one", revision: 1, savedAt: 1 }),
		);
		server.draft = { source: "from elsewhere", revision: 2, savedAt: 2 };
		keeper.change("mine");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(keeper.state).toEqual({
			status: "conflict",
			other: { source: "from elsewhere", savedAt: 2 },
		});
		keeper.change("mine, longer");
		await vi.advanceTimersByTimeAsync(10 * saveDelayMs);
		expect(server.draft.source).toBe("from elsewhere");
		expect(findLocalDraft(storage, "ada", "slug")?.source).toBe("mine, longer");
	});

	it("sees no conflict in its own save that overtook a reload", async () => {
		const storage = createStorage();
		saveLocalDraft(storage, "ada", "slug", {
			source: "mine",
			savedAt: 3000,
			baseRevision: 1,
			isSynced: false,
		});
		const { keeper, server } = openKeeper(
			"ada",
			createServer({ source: "one", revision: 1, savedAt: 1 }),
			storage,
		);
		// The page before this one had sent it while closing.
		server.draft = { source: "mine", revision: 2, savedAt: 2 };
		keeper.change("mine, longer");
		await vi.advanceTimersByTimeAsync(saveDelayMs + 1);
		expect(server.answers).toEqual([409, 200]);
		expect(server.draft).toMatchObject({ source: "mine, longer", revision: 3 });
		expect(keeper.state).toEqual({ status: "saved", other: null });
	});

	it("saves over the other version when the student keeps the editor's", async () => {
		const { keeper, server } = openKeeper(
			"ada",
			createServer({ source: "one", revision: 1, savedAt: 1 }),
		);
		server.draft = { source: "from elsewhere", revision: 2, savedAt: 2 };
		keeper.change("mine");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		keeper.keepMine();
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(server.draft).toMatchObject({ source: "mine", revision: 3 });
		expect(keeper.state).toEqual({ status: "saved", other: null });
	});

	it("takes the other version when the student asks for it", async () => {
		const { keeper, server } = openKeeper(
			"ada",
			createServer({ source: "one", revision: 1, savedAt: 1 }),
		);
		server.draft = { source: "from elsewhere", revision: 2, savedAt: 2 };
		keeper.change("mine");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(keeper.takeOther()).toBe("from elsewhere");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(server.draft.source).toBe("from elsewhere");
	});

	it("says so when the server cannot be reached, and saves once it is back", async () => {
		const { keeper, server } = openKeeper("ada");
		server.isDown = true;
		keeper.change("a");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(keeper.state.status).toBe("failed");
		server.isDown = false;
		await vi.advanceTimersByTimeAsync(retryDelayMs);
		expect(server.draft?.source).toBe("a");
	});

	it("works on when the browser's storage is full", async () => {
		const { keeper, server } = openKeeper(
			"ada",
			createServer(),
			createStorage(0),
		);
		keeper.change("a");
		await vi.advanceTimersByTimeAsync(saveDelayMs);
		expect(server.draft?.source).toBe("a");
	});

	it("brings a visitor's draft into an account that has none, and leaves an account's own alone", () => {
		const storage = createStorage();
		saveLocalDraft(storage, visitor, "slug", {
			source: "visitor's",
			savedAt: 1,
			baseRevision: 0,
			isSynced: false,
		});
		expect(openKeeper("ada", createServer(), storage).chosen.source).toBe(
			"visitor's",
		);
		const server = createServer({
			source: "account's",
			revision: 1,
			savedAt: 1,
		});
		expect(openKeeper("bob", server, storage).chosen.source).toBe("account's");
	});
});

describe("local drafts", () => {
	it("ignores what is not a draft", () => {
		const storage = createStorage();
		storage.setItem("chainrule:draft:ada:slug", "{oops");
		expect(findLocalDraft(storage, "ada", "slug")).toBeNull();
		storage.setItem("chainrule:draft:ada:slug", '{"source":1}');
		expect(findLocalDraft(storage, "ada", "slug")).toBeNull();
	});

	it("move from a guest to the account it became, without replacing the account's own", () => {
		const storage = createStorage();
		const draft = (source: string) => ({
			source,
			savedAt: 1,
			baseRevision: 0,
			isSynced: false,
		});
		saveLocalDraft(storage, "guest", "one", draft("guest's one"));
		saveLocalDraft(storage, "guest", "two", draft("guest's two"));
		saveLocalDraft(storage, "ada", "two", draft("ada's two"));
		moveLocalDrafts(storage, "guest", "ada");
		expect(findLocalDraft(storage, "ada", "one")?.source).toBe("guest's one");
		expect(findLocalDraft(storage, "ada", "two")?.source).toBe("ada's two");
		expect(findLocalDraft(storage, "guest", "one")).toBeNull();
	});
});
