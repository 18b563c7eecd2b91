import { expect, it } from "vitest";
import { roundWait } from "../../../web/exercise/round-wait.ts";

it.each([
	[0, { seconds: 1 }],
	[2_100, { seconds: 3 }],
	[10_000, { seconds: 10 }],
	[10_001, { seconds: 15 }],
	[17_200, { seconds: 20 }],
	[90_000, { seconds: 90 }],
	[90_001, { minutes: 2 }],
	[600_000, { minutes: 10 }],
])("tells a wait of %i ms no more exactly than it is known", (ms, told) => {
	expect(roundWait(ms)).toEqual(told);
});
