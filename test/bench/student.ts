/** A student at the HTTP API, cheap enough that a thousand of them fit beside the server on the same machine. */
import {
	Agent,
	type IncomingMessage,
	type RequestOptions,
	request,
} from "node:http";

/** Keeps connections open, as browsers do; nobody waits for a free one. */
export const agent = new Agent({
	keepAlive: true,
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
		const response = await this.#send(method, path, body);
		let text = "";
		response.setEncoding("utf8");
		for await (const part of response) text += part;
		const { statusCode: status = 0, headers } = response;
		if (status !== expected)
			throw new Error(
				`${method} ${path}: expected ${expected}; got ${status} ${text.slice(0, 500)}`,
			);
		return { headers, text };
	}

	/** Sends once more on a new connection when the server closed an idle one under the request, as browsers do. */
	#send(
		method: string,
		path: string,
		body: string | null,
	): Promise<IncomingMessage> {
		return new Promise((resolve, reject) => {
			const send = () => {
				const asked = request(this.#url + path, this.#options(method, body));
				asked.setTimeout(patienceMs, () =>
					asked.destroy(new Error(`${path}: no answer`)),
				);
				asked.once("response", resolve);
				asked.once("error", (error: NodeJS.ErrnoException) => {
					if (asked.reusedSocket && error.code === "ECONNRESET") send();
					else reject(error);
				});
				asked.end(body ?? undefined);
			};
			send();
		});
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

	async #followEvents(id: string): Promise<GradedSubmission> {
		const path = `/api/v1/submissions/${id}/events`;
		const response = await this.#send("GET", path, null);
		let text = "";
		response.setEncoding("utf8");
		for await (const part of response.iterator({ destroyOnReturn: false })) {
			text += part;
			const verdict = /^event: verdict\ndata: (.*)\n\n/m.exec(text);
			if (!verdict?.[1]) continue;
			const { submission } = JSON.parse(verdict[1]) as {
				submission: { verdict: GradedSubmission };
			};
			// The end of the stream is nobody's business any more, but it frees the connection.
			response.resume();
			return submission.verdict;
		}
		throw new Error(`${path} ended without a verdict: ${text}`);
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
