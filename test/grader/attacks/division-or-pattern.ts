// Class: attacks on the transform
// Mechanism: a slash that is a division or the begin of a pattern
// Expected: time_limit, at most 0 points.
// Where a careless reader sees a pattern, a loop is hidden.
let g = 2, after = 1;
const f = () => ({})
/g/after; for (let i = 0; i < 3; i++) after += i;
export function backward(x, values, y) { const pattern = /[/]for(;;);/; while (/\//.test("/")) after = after / g / 1; }
export const nextX = (x, deltaX) => x - deltaX;
