/** Points as people write them: at most two decimals, none that are zero. Example: `formatPoints(7.50)` is `"7.5"`. */
export function formatPoints(points: number): string {
	return String(Math.round(points * 100) / 100);
}
