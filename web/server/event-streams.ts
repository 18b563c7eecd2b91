declare global {
	/** Next may load this module several times; there is one count per process. */
	var chainruleEventStreams: number | undefined;
}

/** How many pages follow a submission right now. */
export function countEventStreams(): number {
	return globalThis.chainruleEventStreams ?? 0;
}

/** Counts one more page that follows a submission. @returns a function that counts it off, once */
export function enterEventStream(): () => void {
	globalThis.chainruleEventStreams = countEventStreams() + 1;
	let isOpen = true;
	return () => {
		if (!isOpen) return;
		isOpen = false;
		globalThis.chainruleEventStreams = countEventStreams() - 1;
	};
}
