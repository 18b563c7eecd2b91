/** Bytes as people read them. Example: `formatBytes(1536)` is `"1.5 KiB"`. */
export function formatBytes(bytes: number): string {
	const units = ["B", "KiB", "MiB", "GiB", "TiB"];
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit++;
	}
	return `${unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit]}`;
}

/** A span of time in its two greatest units. Examples: `"850 ms"`, `"4.2 s"`, `"3 min 5 s"`, `"2 h 10 min"`, `"3 d 4 h"`. */
export function formatSpan(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	if (ms < 60_000) return `${Math.round(ms / 100) / 10} s`;
	const seconds = Math.round(ms / 1000);
	if (seconds < 3600)
		return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 24 * 60) {
		return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
	}
	const hours = Math.round(minutes / 60);
	return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
