/**
 * Writes `db/migrations.ts` from the folder `db/migrations`, so that the migrations travel inside a bundled server,
 * where there is no folder to read. Run after `npm run db:generate`: `node db/embed-migrations.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The text of `db/migrations.ts` that belongs to the folder's present content. */
export function renderEmbeddedMigrations(): string {
	const folder = join(import.meta.dirname, "migrations");
	const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
		readFileSync(join(folder, "meta", "_journal.json"), "utf8"),
	);
	const entries = journal.entries.map(({ tag, when }) => {
		const text = readFileSync(join(folder, `${tag}.sql`), "utf8").trimEnd();
		const literal = text.replace(/[\\`]|\$(?=\{)/g, "\\$&");
		return `\t{\n\t\tname: "${tag}",\n\t\tcreatedAt: ${when},\n\t\tsql: \`${literal}\`,\n\t},\n`;
	});
	return `/** Made from the folder \`migrations\` by \`node db/embed-migrations.ts\`; do not edit. */

/** One step of the schema's history; \`createdAt\` orders the steps and names those already applied. */
export interface Migration {
	name: string;
	createdAt: number;
	sql: string;
}

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [
${entries.join("")}];
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	writeFileSync(
		join(import.meta.dirname, "migrations.ts"),
		renderEmbeddedMigrations(),
	);
}
