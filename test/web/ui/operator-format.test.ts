import { expect, it } from "vitest";
import { formatBytes, formatSpan } from "../../../web/operator/format.ts";

it.each([
	[0, "0 B"],
	[1023, "1023 B"],
	[1536, "1.5 KiB"],
	[150 * 1024, "150 KiB"],
	[5.25 * 1024 ** 3, "5.3 GiB"],
])("writes %d bytes as %s", (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

it.each([
	[0, "0 ms"],
	[850.4, "850 ms"],
	[4_240, "4.2 s"],
	[185_000, "3 min 5 s"],
	[7_800_000, "2 h 10 min"],
	[76 * 3_600_000, "3 d 4 h"],
])("writes %d ms as %s", (ms, text) => {
	expect(formatSpan(ms)).toBe(text);
});
