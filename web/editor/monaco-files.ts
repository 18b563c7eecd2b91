import { z } from "zod";

/** Where the editor's built files lie on our own server, e.g. `{ editor: "/monaco/editor-AB12.js", … }`. */
export const monacoFilesSchema = z.object({
	/** Hash of what they were built from. */
	inputs: z.string(),
	editor: z.string(),
	style: z.string(),
	editorWorker: z.string(),
	typescriptWorker: z.string(),
});
export type MonacoFiles = z.infer<typeof monacoFilesSchema>;
