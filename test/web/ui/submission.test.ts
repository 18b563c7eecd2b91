import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
	type ApiProblem,
	callApi,
	submitSource,
} from "../../../web/submission/submission-client.ts";
import { watchSubmission } from "../../../web/submission/watch-submission.ts";

type Answer =
	| { status: number; body: unknown; headers?: Record<string, string> }
	| "down";

/** Answers each path with its list of answers, the last one for ever. */
function answerWith(answers: Record<string, Answer[]>): string[] {
	const asked: string[] = [];
	vi.stubGlobal("fetch", async (path: string) => {
		asked.push(path);
		const list = answers[path] ?? [];
		const answer = list.length > 1 ? list.shift() : list[0];
		if (answer === undefined || answer === "down")
			throw new TypeError("Failed to fetch");
		return Response.json(answer.body, {
			status: answer.status,
			headers: answer.headers ?? {},
		});
	});
	return asked;
}

/** The browser's EventSource, fed by the test. */
class FakeEvents extends EventTarget {
	static last: FakeEvents | undefined;
	isClosed = false;
	constructor() {
		super();
		FakeEvents.last = this;
	}
	close(): void {
		this.isClosed = true;
	}
	say(type: string, data?: unknown): void {
		this.dispatchEvent(
			data === undefined
				? new Event(type)
				: new MessageEvent(type, { data: JSON.stringify(data) }),
		);
	}
}

const guest = "/api/auth/sign-in/anonymous";
const submissions = "/api/v1/submissions";
const received: Answer = { status: 202, body: { id: "s1", status: "queued" } };
const welcome: Answer = { status: 200, body: { user: { id: "g1" } } };
const stranger: Answer = {
	status: 401,
	body: { status: 401, detail: "Sign in first." },
};
const input = {
	exercise: "slug",
	language: "typescript",
	source: "x",
} as const;

afterEach(() => void vi.unstubAllGlobals());

describe("submitSource", () => {
	it("begins a guest's session before a first visit's submission", async () => {
		const asked = answerWith({ [guest]: [welcome], [submissions]: [received] });
		const onGuest = vi.fn();
		await expect(
			submitSource({ ...input, isSignedIn: false }, onGuest),
		).resolves.toMatchObject({ id: "s1" });
		expect(asked).toEqual([guest, submissions]);
		expect(onGuest).toHaveBeenCalledWith("g1");
	});

	it("goes on as a guest when the session has run out", async () => {
		const asked = answerWith({
			[guest]: [welcome],
			[submissions]: [stranger, received],
		});
		await submitSource({ ...input, isSignedIn: true }, () => {});
		expect(asked).toEqual([submissions, guest, submissions]);
	});

	it("passes other refusals on", async () => {
		answerWith({
			[submissions]: [
				{
					status: 429,
					body: { status: 429 },
					headers: { "retry-after": "12" },
				},
			],
		});
		await expect(
			submitSource({ ...input, isSignedIn: true }, () => {}),
		).rejects.toMatchObject({ status: 429, retryAfterS: 12 });
	});
});

describe("submitSource, asked to pause", () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());
	const soon: Answer = {
		status: 429,
		body: { type: "urn:chainrule:problem:too-many-requests" },
		headers: { "retry-after": "2" },
	};

	it("waits a short pause out and hands in again", async () => {
		const asked = answerWith({ [submissions]: [soon, soon, received] });
		const onPause = vi.fn();
		const sent = submitSource(
			{ ...input, isSignedIn: true },
			() => {},
			onPause,
		);
		await vi.advanceTimersByTimeAsync(1_900);
		expect(asked).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(10_000);
		await expect(sent).resolves.toMatchObject({ id: "s1" });
		expect(asked).toHaveLength(3);
		expect(onPause).toHaveBeenCalledTimes(2);
	});

	it("waits before a guest's session too", async () => {
		const asked = answerWith({
			[guest]: [soon, welcome],
			[submissions]: [received],
		});
		const sent = submitSource({ ...input, isSignedIn: false }, () => {});
		await vi.advanceTimersByTimeAsync(5_000);
		await expect(sent).resolves.toMatchObject({ id: "s1" });
		expect(asked).toEqual([guest, guest, submissions]);
	});

	it("gives up after three pauses, with what the server said", async () => {
		const waiting: Answer = {
			status: 429,
			body: { type: "urn:chainrule:problem:too-many-waiting", waiting: 20 },
			headers: { "retry-after": "1" },
		};
		const asked = answerWith({ [submissions]: [waiting] });
		const sent = submitSource({ ...input, isSignedIn: true }, () => {}).catch(
			(problem: unknown) => problem,
		);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(await sent).toMatchObject({
			status: 429,
			kind: "too-many-waiting",
			waiting: 20,
			retryAfterS: 1,
		});
		expect(asked).toHaveLength(4);
	});
});

describe("callApi", () => {
	it("reads the sentence of a problem document", async () => {
		answerWith({
			"/x": [{ status: 404, body: { detail: "There is no such exercise." } }],
		});
		await expect(callApi("/x")).rejects.toThrow("There is no such exercise.");
	});

	it("says which status came when there is no document", async () => {
		vi.stubGlobal("fetch", async () => new Response("<html>", { status: 502 }));
		await expect(callApi("/x")).rejects.toThrow("the server answered 502");
	});

	it("gives status 0 when no answer comes", async () => {
		answerWith({});
		await expect(callApi("/x")).rejects.toMatchObject({ status: 0 });
	});
});

describe("watchSubmission", () => {
	const path = `${submissions}/s1`;
	const running: Answer = {
		status: 200,
		body: { status: "queued", ahead: 3, progress: null, verdict: null },
	};
	const graded: Answer = {
		status: 200,
		body: { id: "s1", status: "accepted", verdict: { status: "accepted" } },
	};

	beforeEach(() => {
		vi.useFakeTimers();
		vi.stubGlobal("EventSource", FakeEvents);
	});
	afterEach(() => void vi.useRealTimers());

	function listen() {
		return {
			onProgress: vi.fn(),
			onVerdict: vi.fn(),
			onProblem: vi.fn<(problem: ApiProblem) => void>(),
		};
	}

	it("passes on progress and the verdict, and closes the stream then", () => {
		const listener = listen();
		watchSubmission("s1", listener);
		FakeEvents.last?.say("progress", {
			status: "queued",
			ahead: 12,
			done: 0,
			total: 0,
		});
		FakeEvents.last?.say("verdict", { submission: { id: "s1" } });
		expect(listener.onProgress).toHaveBeenCalledWith({
			status: "queued",
			ahead: 12,
			done: 0,
			total: 0,
		});
		expect(listener.onVerdict).toHaveBeenCalledWith({ id: "s1" });
		expect(FakeEvents.last?.isClosed).toBe(true);
	});

	it("asks again and again when the stream breaks off", async () => {
		answerWith({ [path]: [running, "down", graded] });
		const listener = listen();
		watchSubmission("s1", listener);
		FakeEvents.last?.say("error");
		await vi.advanceTimersByTimeAsync(5000);
		expect(listener.onProgress).toHaveBeenCalledWith({
			status: "queued",
			ahead: 3,
			done: 0,
			total: 0,
		});
		expect(listener.onVerdict).toHaveBeenCalledTimes(1);
		expect(listener.onProblem).not.toHaveBeenCalled();
	});

	it("gives up with the problem when the submission is refused", async () => {
		answerWith({ [path]: [{ status: 404, body: {} }] });
		const listener = listen();
		watchSubmission("s1", listener);
		FakeEvents.last?.say("error");
		await vi.advanceTimersByTimeAsync(100);
		expect(listener.onProblem.mock.calls[0]?.[0]).toMatchObject({
			status: 404,
		});
	});

	it("gives up when the server stays away for long", async () => {
		answerWith({});
		const listener = listen();
		watchSubmission("s1", listener);
		FakeEvents.last?.say("error");
		await vi.advanceTimersByTimeAsync(60_000);
		expect(listener.onProblem).toHaveBeenCalledTimes(1);
	});

	it("says nothing more once stopped", async () => {
		answerWith({ [path]: [graded] });
		const listener = listen();
		const stop = watchSubmission("s1", listener);
		stop();
		FakeEvents.last?.say("error");
		FakeEvents.last?.say("verdict", { submission: {} });
		await vi.advanceTimersByTimeAsync(5000);
		expect(listener.onVerdict).not.toHaveBeenCalled();
	});
});
