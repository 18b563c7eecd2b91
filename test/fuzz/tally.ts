/** Counts what a fuzz run did, so that its table can show that programs ran and how they ended. */
export class Tally {
	executions = 0;
	/** Of these: those whose text ran, not only was read. */
	executed = 0;
	readonly statuses = new Map<string, number>();

	count(status: string, isExecuted: boolean): void {
		this.executions++;
		if (isExecuted) this.executed++;
		this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
	}

	get executedShare(): number {
		return this.executions === 0 ? 0 : this.executed / this.executions;
	}

	/** The statuses, most frequent first, e.g. `accepted 12, partial 3`. */
	get spread(): string {
		return [...this.statuses]
			.sort(([, a], [, b]) => b - a)
			.map(([status, count]) => `${status} ${count}`)
			.join(", ");
	}
}

export interface FuzzOptions {
	/** Same seed and count: same inputs, in the same order. */
	seed: number;
	/** Executions that are wanted. */
	count: number;
	tally: Tally;
}

/** Longest that one kind may take; a run that is interrupted has failed. */
export const longestKindMs = 20 * 60_000;

/** Longest that one execution may take, waiting for a core included; an honest one takes milliseconds. */
const deadlineMs = 60_000;

/** @throws Error when `work` is not done in time: a hang */
export async function withinDeadline<Result>(
	work: Promise<Result>,
): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`hangs: no end within ${deadlineMs} ms`)),
			deadlineMs,
		);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Lets timers and reports have their turn, for a kind that waits for nothing. */
export const breathe = () =>
	new Promise<void>((resolve) => setImmediate(resolve));

/** Fails with what was expected. @throws Error */
export function demand(isTrue: boolean, message: string): void {
	if (!isTrue) throw new Error(message);
}
