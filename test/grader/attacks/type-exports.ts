// Class: attacks on the transform
// Mechanism: exports of types, and types of the asked names
// Expected: wrong_answer, at most 0 points.
// Nothing is exported but names.
export type backward = () => number;
export interface nextX { x: number }
export declare function other(): void;
