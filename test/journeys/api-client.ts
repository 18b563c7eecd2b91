/** A student at the HTTP API: a guest session in a cookie, and requests that survive a server that comes and goes. */
import { setTimeout as sleep } from "node:timers/promises";

export class ApiClient {
	readonly #url: string;
	#cookie = "";

	constructor(url: string) {
		this.#url = url;
	}

	get cookie(): string {
		return this.#cookie;
	}

	/** Starts a guest session. */
	async signInAsGuest(): Promise<void> {
		const response = await this.untilAnswered("/api/auth/sign-in/anonymous", {
			method: "POST",
			headers: { "content-type": "application/json", origin: this.#url },
			body: "{}",
		});
		if (!response.ok)
			throw new Error(
				`no guest session: ${response.status} ${await response.text()}`,
			);
		this.#cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(";")[0] ?? "")
			.join("; ");
	}

	request(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		if (this.#cookie) headers.set("cookie", this.#cookie);
		headers.set("origin", this.#url);
		return fetch(this.#url + path, { ...init, headers });
	}

	/** Tries again while nobody answers: the server was killed and is being started again. */
	async untilAnswered(path: string, init: RequestInit = {}): Promise<Response> {
		for (let tries = 0; ; tries++) {
			try {
				const response = await this.request(path, init);
				// Read to its end here: a server may die between the head of an answer and its body.
				const body = await response.text();
				const { status, headers } = response;
				if (status < 500 || tries > 600)
					return new Response(body, { status, headers });
			} catch (error) {
				if (tries > 600) throw error;
			}
			await sleep(50);
		}
	}

	submit(exercise: string, source: string): Promise<Response> {
		return this.request("/api/v1/submissions", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ exercise, language: "typescript", source }),
		});
	}
}
