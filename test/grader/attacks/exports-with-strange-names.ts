// Class: attacks on the transform
// Mechanism: exports under names that are texts
// Expected: partial, at most 3 points.
// Names that close the list in which they are handed on.
function f() { return 1; }
export { f as "]:0}}})();for(;;);//", f as "__proto__", f as "backward", f as "constructor" };
export const nextX = (x, deltaX) => x - deltaX;
