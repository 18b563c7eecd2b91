import { expect, test } from "vitest";
import { addressGroup } from "../../../web/server/address-group.ts";
import { RateLimiter } from "../../../web/server/rate-limiter.ts";

const rate = { burst: 5, perMinute: 60 };

test("lets a burst through, then one for each that comes back with time", () => {
	const limiter = new RateLimiter();
	const take = (now: number) => limiter.take([{ key: "ada", rate }], now);
	for (let i = 0; i < 5; i++) expect(take(1000)).toBe(0);
	expect(take(1000)).toBe(1000);
	expect(take(1400)).toBe(600);
	expect(take(2000)).toBe(0);
	expect(take(2000)).toBe(1000);
	// After a long rest the whole burst is there again, not more.
	for (let i = 0; i < 5; i++) expect(take(100_000)).toBe(0);
	expect(take(100_000)).toBe(1000);
});

test("counts keys apart, and against all of a request's claims or none", () => {
	const limiter = new RateLimiter();
	const narrow = { key: "account", rate };
	const wide = { key: "address", rate: { burst: 7, perMinute: 60 } };
	for (let i = 0; i < 5; i++) expect(limiter.take([narrow, wide], 0)).toBe(0);
	for (let i = 0; i < 50; i++) {
		expect(limiter.take([narrow, wide], 0)).toBe(1000);
	}
	const other = { key: "another account", rate };
	for (let i = 0; i < 2; i++) expect(limiter.take([other, wide], 0)).toBe(0);
	expect(limiter.take([other, wide], 0)).toBe(1000);
	expect(limiter.take([], 0)).toBe(0);
});

test("gives back what a request turned out not to cost", () => {
	const limiter = new RateLimiter();
	const claims = [{ key: "ada", rate }];
	for (let i = 0; i < 100; i++) {
		expect(limiter.take(claims, 0)).toBe(0);
		limiter.giveBack(claims, 1);
	}
	for (let i = 0; i < 5; i++) {
		limiter.take(claims, 0);
		limiter.giveBack(claims, 0.8);
	}
	for (let i = 0; i < 4; i++) expect(limiter.take(claims, 0)).toBe(0);
	expect(limiter.take(claims, 0)).toBe(1000);
});

test("forgets keys that have their whole allowance again, and never holds more than it may", () => {
	const limiter = new RateLimiter(100);
	for (let i = 0; i < 10_000; i++) limiter.take([{ key: `${i}`, rate }], 0);
	expect(limiter.size).toBe(100);
	// The last ones are remembered.
	for (let i = 0; i < 4; i++) limiter.take([{ key: "9999", rate }], 0);
	expect(limiter.take([{ key: "9999", rate }], 0)).toBe(1000);
	for (let i = 0; i < 60; i++) {
		limiter.take([{ key: `later ${i}`, rate }], 1_000_000);
	}
	expect(limiter.size).toBe(60);
});

test.each([
	["192.0.2.7:50123", "192.0.2.7"],
	["[2001:db8::1]:50123", "2001:db8:0:0::/64"],
	["[2001:db8::1]", "2001:db8:0:0::/64"],
	["192.0.2.7:", "unknown"],
	["192.0.2.7", "192.0.2.7"],
	["::ffff:192.0.2.7", "192.0.2.7"],
	["::ffff:c000:207", "192.0.2.7"],
	["2001:db8::1:2:3:4", "2001:db8:0:0::/64"],
	["2001:db8:0:0:ffff::", "2001:db8:0:0::/64"],
	["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
	["fe80::1%eth0", "fe80:0:0:0::/64"],
	["::1", "0:0:0:0::/64"],
	["1::", "1:0:0:0::/64"],
	["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
	["not an address", "unknown"],
	["", "unknown"],
	[null, "unknown"],
])("takes %s for %s", (address, group) => {
	expect(addressGroup(address)).toBe(group);
});
