const sayEveryMs = 1_000;

/**
 * Tells on standard error how far long work has come, at most once a second; work done within the first second is silent.
 * @returns a function to call as often as one likes
 */
export function progressLine(): (
	step: string,
	done: number,
	total: number,
) => void {
	let saidAt = performance.now();
	return (step, done, total) => {
		const now = performance.now();
		if (now - saidAt < sayEveryMs) return;
		saidAt = now;
		const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
		console.error(`${step}: ${percent} %`);
	};
}

/** A signal that is aborted when this process is asked to end, so that work can tidy up after itself. */
export function abortOnSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
		process.once(signal, () => controller.abort());
	return controller.signal;
}
