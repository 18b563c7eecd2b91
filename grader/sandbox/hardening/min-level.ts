/** The least level an operator accepts: with less, nothing of a student runs. */
import { getChildPrograms } from "../child-program.ts";
import { getHardening, type Hardening } from "./hardening.ts";
import { isAtLeast, type Level, levels } from "./layers.ts";

/** The setting is no level, or the machine offers less than it demands; the message is one sentence for the operator. */
export class LevelError extends Error {
	override readonly name = "LevelError";
}

/** @param text the setting `CHAINRULE_MIN_LEVEL`; nothing means that every level will do @throws LevelError */
export function parseMinLevel(text: string | undefined): Level {
	if (text === undefined || text === "") return "D";
	const level = levels.find((candidate) => candidate === text);
	if (!level)
		throw new LevelError(
			`CHAINRULE_MIN_LEVEL: expected A, B, C or D; got "${text}"`,
		);
	return level;
}

/**
 * Refuses a machine that offers less than the setting demands. Costs nothing when nothing is demanded.
 * @throws LevelError
 */
export async function requireMinLevel(
	text: string | undefined = process.env.CHAINRULE_MIN_LEVEL,
	openHardening: () => Promise<Pick<Hardening, "level">> = async () =>
		getHardening(await getChildPrograms()),
): Promise<void> {
	const minimum = parseMinLevel(text);
	if (minimum === "D") return;
	const { level } = await openHardening();
	if (isAtLeast(level, minimum)) return;
	throw new LevelError(
		`CHAINRULE_MIN_LEVEL demands level ${minimum}, and this machine offers ${level}; "chainrule doctor" says what is missing`,
	);
}
