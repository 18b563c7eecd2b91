import { isIPv4, isIPv6 } from "node:net";

/**
 * What counts as one address: an IPv4 address, or the /64 that an IPv6 address lies in, for whoever has one of those
 * addresses has them all. Anything else, and nothing at all, is "unknown".
 *
 * @example addressGroup("2001:db8::1:2:3:4") === "2001:db8:0:0::/64"
 */
export function addressGroup(address: string | null): string {
	const text = withoutPort((address ?? "").trim()).replace(/%.*$/, "");
	if (isIPv4(text)) return text;
	if (!isIPv6(text)) return "unknown";
	const groups = expand(text);
	const isMapped =
		groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (isMapped) {
		return groups
			.slice(6)
			.flatMap((group) => [group >> 8, group & 255])
			.join(".");
	}
	const network = groups.slice(0, 4).map((group) => group.toString(16));
	return `${network.join(":")}::/64`;
}

/** Some proxies write the visitor's port too: "192.0.2.7:50123", "[2001:db8::1]:50123". */
function withoutPort(address: string): string {
	const [, bracketed, plain] =
		/^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(address) ?? [];
	return bracketed ?? plain ?? address;
}

/** The eight groups of an IPv6 address. */
function expand(address: string): number[] {
	// The URL parser writes an IPv4 tail as two groups.
	const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const [head = "", tail] = canonical.split("::");
	const read = (part: string): number[] =>
		part === ""
			? []
			: part.split(":").map((group) => Number.parseInt(group, 16));
	const [front, back] = [read(head), read(tail ?? "")];
	return [...front, ...Array(8 - front.length - back.length).fill(0), ...back];
}
