import { listMembers, type Member, readMember } from "./archive.ts";
import { BackupError, describeFailure } from "./backup-error.ts";
import { databaseName } from "./open-database.ts";

export const manifestName = "manifest.json";
const largestManifestBytes = 64 * 1024;

/** What a backup says of itself. */
export interface Manifest {
	/** The version of this format: 1. */
	format: 1;
	/** ISO 8601, UTC. */
	createdAt: string;
	grader: { version: string };
	engine: { node: string; v8: string };
	/** The newest schema step in the database: its name and when it was made, which orders and names steps. */
	schema: { name: string; createdAt: number };
	/** Rows by table. */
	counts: Record<string, number>;
	database: { bytes: number; sha256: string };
}

/**
 * Reads a backup's manifest and finds its database.
 * @throws BackupError when the file is no whole backup of a format that we know
 */
export async function openBackup(
	file: string,
): Promise<{ manifest: Manifest; database: Member }> {
	let members: Map<string, Member>;
	let text = "";
	try {
		members = await listMembers(file);
		const member = members.get(manifestName);
		if (member !== undefined && member.bytes <= largestManifestBytes)
			for await (const chunk of readMember(file, member))
				text += chunk.toString("utf8");
	} catch (error) {
		if (error instanceof RangeError)
			throw new BackupError(`${file} is not a whole backup: ${error.message}`);
		if (error instanceof Error && "code" in error && error.code === "ENOENT")
			throw new BackupError(`there is no file ${file}`);
		throw describeFailure(`cannot read ${file}`, error);
	}
	const manifest = parseManifest(file, text);
	const database = members.get(databaseName);
	if (database?.bytes !== manifest.database.bytes) {
		throw new BackupError(
			`${file} is not a whole backup: its manifest tells of a database of ${manifest.database.bytes} bytes, it holds ${database?.bytes ?? "none"}`,
		);
	}
	return { manifest, database };
}

function parseManifest(file: string, text: string): Manifest {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new BackupError(
			`${file} is not a backup of Chainrule: it has no readable ${manifestName}`,
		);
	}
	const at = (...path: string[]) =>
		path.reduce<unknown>(
			(inner, key) =>
				typeof inner === "object" && inner !== null
					? Reflect.get(inner, key)
					: undefined,
			value,
		);
	const format = at("format");
	if (typeof format === "number" && format > 1) {
		throw new BackupError(
			`${file} has format ${format}, this program knows format 1; restore it with the newer release that made it`,
		);
	}
	const isManifest =
		format === 1 &&
		typeof at("createdAt") === "string" &&
		typeof at("grader", "version") === "string" &&
		typeof at("engine", "node") === "string" &&
		typeof at("engine", "v8") === "string" &&
		typeof at("schema", "name") === "string" &&
		Number.isSafeInteger(at("schema", "createdAt")) &&
		typeof at("counts") === "object" &&
		at("counts") !== null &&
		Number.isSafeInteger(at("database", "bytes")) &&
		/^[0-9a-f]{64}$/.test(String(at("database", "sha256")));
	if (!isManifest)
		throw new BackupError(`${file}: its ${manifestName} is incomplete`);
	return value as Manifest; // every field was looked at above
}
