/** A student at the HTTP API, cheap enough that a thousand of them fit beside the server on the same machine. */
import {
	Agent,
	type IncomingMessage,
	type RequestOptions,
	request,
} from "node:http";

/**
 * Keeps connections open, as browsers do; nobody waits for a free one. Given up long before the server closes an idle
 * one, which would otherwise meet a request on its way.
 */
export const agent = new Agent({
	keepAlive: true,
	timeout: 20_000,
	maxSockets: Number.POSITIVE_INFINITY,
	maxFreeSockets: 2_000,
});

const patienceMs = 180_000;

/** What the event stream ends with. */
export interface GradedSubmission {
	status: string;
	points: number;
}

/** A submission's way, in milliseconds of `performance.now()`. */
export interface Submitted {
	postedAt: number;
	acknowledgedAt: number;
	gradedAt: number;
	result: GradedSubmission;
}

interface Answer {
	status: number;
	headers: IncomingMessage["headers"];
	text: string;
}

export class Student {
	readonly #url: string;
	/** What a proxy would say: each student comes from an address of their own. */
	readonly #address: string;
	#cookie = "";

	/** @param number tells students apart, from 0 */
	constructor(url: string, number: number) {
		this.#url = url;
		this.#address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
	}

	/** Starts a guest session. */
	async signIn(): Promise<void> {
		const { headers } = await this.#ask(
			"POST",
			"/api/auth/sign-in/anonymous",
			"{}",
			200,
		);
		this.#cookie = (headers["set-cookie"] ?? [])
			.map((cookie) => cookie.split(";")[0])
			.join("; ");
	}

	/** Reads a page to its end. */
	async read(path: string): Promise<void> {
		await this.#ask("GET", path, null, 200);
	}

	/** Submits, and follows the events until the verdict. */
	async submit(exercise: string, source: string): Promise<Submitted> {
		const body = JSON.stringify({ exercise, language: "typescript", source });
		const postedAt = performance.now();
		const { text } = await this.#ask("POST", "/api/v1/submissions", body, 202);
		const acknowledgedAt = performance.now();
		const { id } = JSON.parse(text) as { id: string };
		const result = await this.#followEvents(id);
		return { postedAt, acknowledgedAt, gradedAt: performance.now(), result };
	}

	async #ask(
		method: string,
		path: string,
		body: string | null,
		expected: number,
	): Promise<Answer> {
		const answer = await new Promise<Answer>((resolve, reject) => {
			const asked = request(
				this.#url + path,
				this.#options(method, body),
				(response) => {
					let text = "";
					response.setEncoding("utf8");
					response.on("data", (part: string) => {
						text += part;
					});
					response.once("error", reject);
					response.once("end", () =>
						resolve({
							status: response.statusCode ?? 0,
							headers: response.headers,
							text,
						}),
					);
				},
			);
			asked.setTimeout(patienceMs, () => asked.destroy(new Error("no answer")));
			asked.once("error", reject);
			asked.end(body ?? undefined);
		});
		if (answer.status !== expected)
			throw new Error(
				`${method} ${path}: expected ${expected}; got ${answer.status} ${answer.text.slice(0, 500)}`,
			);
		return answer;
	}

	#options(method: string, body: string | null): RequestOptions {
		return {
			method,
			agent,
			headers: {
				origin: this.#url,
				"x-forwarded-for": this.#address,
				...(this.#cookie === "" ? {} : { cookie: this.#cookie }),
				...(body === null
					? {}
					: {
							"content-type": "application/json",
							"content-length": Buffer.byteLength(body),
						}),
			},
		};
	}

	#followEvents(id: string): Promise<GradedSubmission> {
		const path = `/api/v1/submissions/${id}/events`;
		return new Promise((resolve, reject) => {
			const asked = request(
				this.#url + path,
				this.#options("GET", null),
				(response) => {
					let text = "";
					response.setEncoding("utf8");
					response.on("data", (part: string) => {
						text += part;
						const verdict = /^event: verdict\ndata: (.*)\n\n/m.exec(text);
						if (!verdict?.[1]) return;
						const { submission } = JSON.parse(verdict[1]) as {
							submission: { verdict: GradedSubmission };
						};
						resolve(submission.verdict);
					});
					response.once("error", reject);
					response.once("end", () =>
						reject(new Error(`${path} ended without a verdict: ${text}`)),
					);
				},
			);
			asked.setTimeout(patienceMs, () => asked.destroy(new Error("no events")));
			asked.once("error", reject);
			asked.end();
		});
	}
}

/** Signs in as many students, a few at a time. */
export async function signInStudents(
	url: string,
	count: number,
): Promise<Student[]> {
	const students = Array.from(
		{ length: count },
		(_, number) => new Student(url, number),
	);
	const queue = students.values();
	await Promise.all(
		Array.from({ length: 8 }, async () => {
			for (const student of queue) await student.signIn();
		}),
	);
	return students;
}
