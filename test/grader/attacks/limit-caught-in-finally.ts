// Class: code outside the timeout
// Mechanism: catch and finally around the limit
// Expected: time_limit, at most 0 points.
// Catches the limit again and again, in loops and in finally.
export function backward(x, values, y) {
	const again = () => {
		try {
			for (;;) try { for (;;); } catch {}
		} catch {
			again();
		} finally {
			try { again(); } finally { again(); }
		}
	};
	try { again(); } catch {}
	return { deltaC: values.c - y, deltaB: 0, deltaA: 0, deltaX: 0 };
}

export function nextX(x, deltaX) {
	return x - deltaX;
}
