import { type MonacoFiles, monacoFilesSchema } from "./monaco-files.ts";

/** The editor's files as they were when this application was built; null when they had not been made. */
export function findMonacoFiles(): MonacoFiles | null {
	const parsed = monacoFilesSchema.safeParse(
		JSON.parse(process.env.MONACO_FILES ?? "null"),
	);
	return parsed.success ? parsed.data : null;
}
