import type { RequestListener } from "node:http";

/**
 * Lets requests begin one after the other, one in each turn of the event loop. When more come than can be answered they wait
 * here, not in front of the loop, where pages on their way to another process and event streams would wait behind them.
 * What has begun runs on freely, so that one who sends slowly holds nobody up.
 */
export class Turns {
	readonly #waiting = new Set<() => void>();

	/** @returns a function that withdraws the work if it has not begun */
	take(work: () => void): () => void {
		// A function of its own: the same work may come twice.
		const begin = () => work();
		if (this.#waiting.size === 0) setImmediate(this.#next);
		this.#waiting.add(begin);
		return () => this.#waiting.delete(begin);
	}

	readonly #next = (): void => {
		const [begin] = this.#waiting;
		if (begin === undefined) return;
		this.#waiting.delete(begin);
		if (this.#waiting.size > 0) setImmediate(this.#next);
		begin();
	};
}

/** Lets requests begin in turn; those whose sender has left meanwhile do not begin. Whoever looks after the server does not wait. */
export function inTurn(handle: RequestListener): RequestListener {
	const turns = new Turns();
	return (incoming, outgoing) => {
		if (/^\/(healthz|readyz|metrics)(\?|$)/.test(incoming.url ?? "")) {
			handle(incoming, outgoing);
			return;
		}
		const withdraw = turns.take(() => handle(incoming, outgoing));
		outgoing.once("close", withdraw);
	};
}
