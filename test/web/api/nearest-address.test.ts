import { afterEach, expect, test, vi } from "vitest";
import { keepNearestAddress } from "../../../web/server/nearest-address.ts";

afterEach(() => vi.unstubAllEnvs());

function kept(remoteAddress: string, list?: string) {
	const headers = list === undefined ? {} : { "x-forwarded-for": list };
	keepNearestAddress({ headers, socket: { remoteAddress } });
	return headers["x-forwarded-for"];
}

test("believes the entry of a proxy on this machine, not what came before it", () => {
	for (const local of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
		expect(kept(local, "6.6.6.6, 192.0.2.7")).toBe("192.0.2.7");
	}
	expect(kept("127.0.0.1")).toBeUndefined();
});

test("takes a visitor whom a proxy does not name for nobody, not for this machine", () => {
	for (const list of ["192.0.2.7,", "192.0.2.7, ", "", " "])
		expect(kept("127.0.0.1", list)).toBe("unknown");
});

test("believes nothing of a caller that connects directly", () => {
	expect(kept("192.0.2.7", "6.6.6.6")).toBeUndefined();
	expect(kept("127.evil", "")).toBeUndefined();
});

test("believes the entry of a proxy elsewhere when one is declared", () => {
	vi.stubEnv("CHAINRULE_URL", "https://course.example.org");
	expect(kept("10.0.0.2", "6.6.6.6,192.0.2.7")).toBe("192.0.2.7");
	// Who reaches us past the proxy may write what it likes, and is not this machine.
	for (const local of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
		expect(kept("10.0.0.9", local)).toBe("unknown");
});

test("believes host and protocol of a proxy, and of nobody else", () => {
	const claimed = {
		"x-forwarded-proto": "https",
		"x-forwarded-host": "course.example.org",
	};
	const left = (remoteAddress: string) => {
		const headers: Record<string, string> = { ...claimed };
		keepNearestAddress({ headers, socket: { remoteAddress } });
		return headers;
	};
	expect(left("127.0.0.1")).toEqual(claimed);
	expect(left("192.0.2.7")).toEqual({});
	vi.stubEnv("CHAINRULE_URL", "https://course.example.org");
	expect(left("10.0.0.2")).toEqual(claimed);
});
