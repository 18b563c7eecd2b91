// Class: attacks on the transform
// Mechanism: import in every form
// Expected: compile_error, at most 0 points.
// No other file is there.
import type { A } from "a";
import fs from "node:fs";
export function backward() {}
export function nextX() {}
