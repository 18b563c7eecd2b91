// Class: lazy answers
// Mechanism: no function of the asked names
// Expected: wrong_answer, at most 0 points.
// Nothing to call, and a getter that looks like something.
export const other = 1;
export const backwards = () => 1;
