/** Measures contenders in turn, so that whatever else the machine does meets all of them alike. */
import type { Contender } from "./contenders.ts";
import type { Sample } from "./workload.ts";

/**
 * Round by round, every contender once, each round beginning with another one. All contenders of a round get the same
 * sample. The first `warmUp` rounds are not counted.
 * @returns milliseconds of wall time by contender's name
 */
export async function roundRobin(
	contenders: readonly Contender[],
	samples: readonly Sample[],
	{ warmUp, giveUpAt }: { warmUp: number; giveUpAt: number },
): Promise<Map<string, number[]>> {
	const times = new Map(
		contenders.map(({ name }) => [name, [] as number[]] as const),
	);
	for (const [round, sample] of samples.entries()) {
		if (performance.now() > giveUpAt) break;
		for (const offset of contenders.keys()) {
			const contender = contenders[(round + offset) % contenders.length];
			if (!contender || round % (contender.every ?? 1) !== 0) continue;
			await contender.prepare?.(sample);
			const startedAt = performance.now();
			await contender.run(sample);
			const tookMs = performance.now() - startedAt;
			await contender.settle?.();
			if (round >= warmUp) times.get(contender.name)?.push(tookMs);
		}
	}
	return times;
}
