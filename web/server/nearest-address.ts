import type { IncomingMessage } from "node:http";

const loopback = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/**
 * Leaves of the forwarded headers only what can be believed. In `x-forwarded-for` that is the last entry, which the proxy
 * in front of us wrote. Without a proxy nothing stays, neither of it nor of the host and protocol that a caller claims, and
 * Next writes the connection's own. The limits on signing in count by this address; cookies are Secure by this protocol.
 *
 * A proxy is taken to be in front when CHAINRULE_URL is set, or when the connection comes from this machine.
 */
export function keepNearestAddress({
	headers,
	socket,
}: Pick<IncomingMessage, "headers"> & {
	socket: { remoteAddress?: string | undefined };
}): void {
	const isLocal = loopback.test(socket.remoteAddress ?? "");
	const isBehindProxy = isLocal || (process.env.CHAINRULE_URL ?? "") !== "";
	const list = headers["x-forwarded-for"];
	delete headers["x-forwarded-for"];
	const nearest = String(list ?? "")
		.split(",")
		.at(-1)
		?.trim();
	// An empty entry is a proxy that does not tell, and nobody elsewhere is visited by this machine: /metrics asks that.
	if (isBehindProxy && list !== undefined) {
		const isCredible = nearest && (isLocal || !loopback.test(nearest));
		headers["x-forwarded-for"] = isCredible ? nearest : "unknown";
	}
	if (isBehindProxy) return;
	for (const name of ["x-forwarded-proto", "x-forwarded-host"])
		delete headers[name];
}
