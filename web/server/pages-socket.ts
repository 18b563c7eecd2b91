/** The socket on which the pages process listens, as `chainrule serve` chose it; null when there is to be none. */
export function pagesSocket(): string | null {
	return process.env.CHAINRULE_PAGES_SOCKET || null;
}
