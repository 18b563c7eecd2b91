// Class: attacks on the transform
// Mechanism: decorators
// Expected: compile_error, at most 0 points.
// Code that runs where types stand.
const loop = () => { for (;;); };
@loop export class backward {}
export function nextX() {}
