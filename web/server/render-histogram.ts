import type { HistogramCounts } from "../../db/worker-info.ts";

/**
 * Writes histograms that another process has counted, in Prometheus' text format.
 * Source: Prometheus, "Exposition formats", text-based format 0.0.4: buckets are cumulative, `le` is inclusive.
 */
export function renderHistogram(
	name: string,
	help: string,
	series: { labels: Record<string, string>; histogram: HistogramCounts }[],
): string {
	const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
	for (const { labels, histogram } of series) {
		const { bounds, counts, sum } = histogram;
		let total = 0;
		for (const [index, bound] of [...bounds, "+Inf"].entries()) {
			total += counts[index] ?? 0;
			lines.push(
				`${name}_bucket${write({ ...labels, le: String(bound) })} ${total}`,
			);
		}
		lines.push(`${name}_sum${write(labels)} ${sum}`);
		lines.push(`${name}_count${write(labels)} ${total}`);
	}
	return `${lines.join("\n")}\n`;
}

function write(labels: Record<string, string>): string {
	const parts = Object.entries(labels).map(
		([name, value]) =>
			`${name}="${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`,
	);
	return `{${parts.join(",")}}`;
}
