const longestQuery = 100;

/** The query of an address, `?q=…`: the first where there are several, empty where there is none, cut where it is endless. */
export function readQuery(q: string | string[] | undefined): string {
	const [first = ""] = [q ?? ""].flat();
	return first.trim().slice(0, longestQuery);
}
