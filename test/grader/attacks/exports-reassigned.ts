// Class: attacks on the transform
// Mechanism: an export that is another function at each call
// Expected: partial, at most 3 points.
// What is called is read once.
export let backward = (x, values, y) => { backward = () => 0; return { deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 }; };
export let nextX = (x, deltaX) => x - deltaX;
