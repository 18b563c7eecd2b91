// Class: attacks on the transform
// Mechanism: templates in templates with loops inside
// Expected: time_limit, at most 0 points.
// Text and code take turns.
export function backward(x, values, y) {
	return `${(() => { for (;;) `}${`${`for(;;){`}`}`; })()}`;
}
export const nextX = (x, deltaX) => x - deltaX;
