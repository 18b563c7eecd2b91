/**
 * The order of pass 2: hidden calls backwards, then visible ones backwards, so that no call follows one that it followed in
 * pass 1. Before each part its first call may be made once more: then no call whose place was odd in pass 1 has an odd one
 * again, nor one that was even an even one. (A submission that counts the calls of one function alone may still meet the
 * same parity; it is right in both passes then, in the cases where it is.)
 */
export function secondOrder<Call extends { isVisible: boolean }>(
	calls: readonly Call[],
): Call[] {
	const order: Call[] = [];
	for (const isVisible of [false, true]) {
		const part = calls
			.filter((call) => call.isVisible === isVisible)
			.toReversed();
		if ((order.length + part.length) % 2 === 1) order.push(...part.slice(0, 1));
		order.push(...part);
	}
	return order;
}
