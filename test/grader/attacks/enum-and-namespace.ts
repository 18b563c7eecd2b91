// Class: attacks on the transform
// Mechanism: syntax that would leave code behind
// Expected: compile_error, at most 0 points.
// Enums and namespaces are programs, not types.
enum Loop { forever = (() => { for (;;); })() }
namespace Space { export const x = 1; }
export function backward() {}
export function nextX() {}
