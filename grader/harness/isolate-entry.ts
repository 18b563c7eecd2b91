/** What is evaluated first in every isolate that will run student code; see `harness.ts`. */
import { createHarness } from "./harness.ts";

const harness = createHarness(true);
// The sandbox child takes this off the global before the student's text runs.
Reflect.set(globalThis, "chainruleHarness", harness);
