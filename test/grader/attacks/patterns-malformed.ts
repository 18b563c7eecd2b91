// Class: attacks on the transform
// Mechanism: patterns that one reader takes and the other refuses
// Expected: compile_error|partial|wrong_answer, at most 0 points.
// V8 has the last word, and says where.
export function backward() { return /(?<a>x)|(?<a>y)/v.test("x") && /[[a]--[b]&&c]/v.test("a"); }
export function nextX() {}
