import type * as Editor from "monaco-editor";
import type { MonacoFiles } from "./monaco-files.ts";

/** Monaco as `monaco-entry.ts` bundles it. */
export type Monaco = Pick<
	typeof Editor,
	| "editor"
	| "languages"
	| "typescript"
	| "Uri"
	| "KeyMod"
	| "KeyCode"
	| "MarkerSeverity"
	| "Range"
>;

let loading: Promise<Monaco> | undefined;

/**
 * Loads the editor with its workers from our own server, once a page.
 *
 * @throws Error when a file does not arrive; the next call tries again
 */
export function loadMonaco(files: MonacoFiles): Promise<Monaco> {
	loading ??= load(files).catch((cause: unknown) => {
		loading = undefined;
		throw new Error("the editor could not be loaded", { cause });
	});
	return loading;
}

async function load(files: MonacoFiles): Promise<Monaco> {
	self.MonacoEnvironment = {
		getWorker: (_id: string, label: string) =>
			new Worker(
				label === "typescript" || label === "javascript"
					? files.typescriptWorker
					: files.editorWorker,
				{
					type: "module",
					name: label,
				},
			),
	};
	const [monaco] = await Promise.all([
		import(/* turbopackIgnore: true */ files.editor) as Promise<Monaco>,
		loadStyle(files.style),
	]);
	prepareTypeScript(monaco);
	defineThemes(monaco);
	return monaco;
}

function loadStyle(href: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const link = document.createElement("link");
		link.rel = "stylesheet";
		link.href = href;
		link.onload = () => resolve();
		link.onerror = () => reject(new Error(`no style at ${href}`));
		document.head.append(link);
	});
}

/** What a student's program finds beside the language itself: nothing of a browser, and a console. */
const surroundings = `
interface Console { log(...values: unknown[]): void; info(...values: unknown[]): void; warn(...values: unknown[]): void; error(...values: unknown[]): void; debug(...values: unknown[]): void }
declare const console: Console;
`;

function prepareTypeScript({ typescript }: Monaco): void {
	typescript.typescriptDefaults.setCompilerOptions({
		target: typescript.ScriptTarget.ESNext,
		module: typescript.ModuleKind.ESNext,
		lib: ["esnext"],
		strict: true,
		noImplicitReturns: true,
		allowNonTsExtensions: true,
	});
	typescript.typescriptDefaults.setExtraLibs([
		{ content: surroundings, filePath: "file:///surroundings.d.ts" },
	]);
	typescript.typescriptDefaults.setEagerModelSync(true);
}

function defineThemes({ editor }: Monaco): void {
	editor.defineTheme("chainrule-light", {
		base: "vs",
		inherit: true,
		rules: [
			{ token: "comment", foreground: "5f6472", fontStyle: "italic" },
			{ token: "keyword", foreground: "3f3fc4" },
			{ token: "number", foreground: "116a4c" },
			{ token: "string", foreground: "9a3412" },
			{ token: "type", foreground: "0b6477" },
		],
		colors: {
			"editor.background": "#ffffff",
			"editor.foreground": "#1d1f27",
			"editorLineNumber.foreground": "#6a6e7b",
			"editorLineNumber.activeForeground": "#3f4bd1",
			"editor.lineHighlightBackground": "#f6f5f1",
			"editor.lineHighlightBorder": "#00000000",
			"editor.selectionBackground": "#d5d9ff",
			"editorCursor.foreground": "#3f4bd1",
			"editorIndentGuide.background1": "#eceae4",
			// Unused names keep their full contrast and get a dotted line instead.
			"editorUnnecessaryCode.opacity": "#000000ff",
			"editorUnnecessaryCode.border": "#8a867e",
		},
	});
	editor.defineTheme("chainrule-dark", {
		base: "vs-dark",
		inherit: true,
		rules: [
			{ token: "comment", foreground: "8f96a6", fontStyle: "italic" },
			{ token: "keyword", foreground: "a3adff" },
			{ token: "number", foreground: "7fdcb4" },
			{ token: "string", foreground: "f1b48a" },
			{ token: "type", foreground: "7fd0e0" },
		],
		colors: {
			"editor.background": "#1b1e25",
			"editor.foreground": "#eceef3",
			"editorLineNumber.foreground": "#8f96a6",
			"editorLineNumber.activeForeground": "#a3adff",
			"editor.lineHighlightBackground": "#21252e",
			"editor.lineHighlightBorder": "#00000000",
			"editor.selectionBackground": "#3a4280",
			"editorCursor.foreground": "#a3adff",
			"editorIndentGuide.background1": "#2a2f39",
			"editorUnnecessaryCode.opacity": "#000000ff",
			"editorUnnecessaryCode.border": "#747b8a",
		},
	});
}
