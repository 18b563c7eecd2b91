// Class: lazy answers
// Mechanism: a class in place of the function
// Expected: runtime_error, at most 0 points.
// It cannot be called without new.
export class backward { deltaC = 0; }
export class nextX extends Number {}
