"use client";

import type { editor as Editor } from "monaco-editor";
import {
	type KeyboardEvent,
	type Ref,
	useEffect,
	useId,
	useImperativeHandle,
	useRef,
	useState,
} from "react";
import { loadMonaco, type Monaco } from "./load-monaco.ts";
import type { MonacoFiles } from "./monaco-files.ts";

/** A place in the student's source that a verdict points at; lines and columns count from 1. */
export interface SourceMark {
	line: number;
	column: number;
	message: string;
}

/** What the page may ask of the editor, whether it is Monaco or the plain text field. */
export interface CodeEditorHandle {
	getSource(): string;
	/** Replaces the whole text; Monaco's own undo brings the earlier one back. */
	setSource(source: string): void;
	revealLine(line: number): void;
	setMark(mark: SourceMark | null): void;
	focus(): void;
}

interface CodeEditorProps {
	files: MonacoFiles | null;
	initialSource: string;
	label: string;
	onChange: (source: string) => void;
	onSubmit: () => void;
	onReady?: (kind: "monaco" | "plain") => void;
	ref?: Ref<CodeEditorHandle>;
}

/**
 * The code editor: a plain text field at first, Monaco as soon as it has arrived. What was typed meanwhile is taken
 * over; when Monaco does not arrive, the text field stays and everything still works.
 */
export function CodeEditor({
	files,
	initialSource,
	label,
	onChange,
	onSubmit,
	onReady,
	ref,
}: CodeEditorProps) {
	const host = useRef<HTMLDivElement>(null);
	const field = useRef<HTMLTextAreaElement>(null);
	const monaco = useRef<{
		api: Monaco;
		editor: Editor.IStandaloneCodeEditor;
	} | null>(null);
	const callbacks = useRef({ onChange, onSubmit, onReady });
	// As they were at first: a refresh of the page's data must not build the editor anew and drop what was typed.
	const atFirst = useRef({ files, initialSource, label });
	const [isRich, setRich] = useState(false);
	const fieldId = useId();

	useEffect(() => {
		callbacks.current = { onChange, onSubmit, onReady };
	});

	useEffect(() => {
		let isGone = false;
		let release = (): void => {};
		const start = async (): Promise<void> => {
			const { files, initialSource, label } = atFirst.current;
			if (files === null)
				throw new Error("the editor's files have not been built");
			const api = await loadMonaco(files);
			if (isGone || host.current === null) return;
			const hadFocus = document.activeElement === field.current;
			const selection = field.current?.selectionStart ?? 0;
			const created = createEditor(
				api,
				host.current,
				field.current?.value ?? initialSource,
				label,
			);
			monaco.current = { api, editor: created.editor };
			release = created.dispose;
			created.editor.onDidChangeModelContent(() => {
				api.editor.setModelMarkers(created.model, markOwner, []);
				callbacks.current.onChange(created.model.getValue());
			});
			created.editor.addAction({
				id: "chainrule.submit",
				label: "Submit",
				keybindings: [api.KeyMod.CtrlCmd | api.KeyCode.Enter],
				run: () => callbacks.current.onSubmit(),
			});
			setRich(true);
			if (hadFocus) {
				created.editor.setPosition(created.model.getPositionAt(selection));
				created.editor.focus();
			}
			callbacks.current.onReady?.("monaco");
		};
		start().catch((error: unknown) => {
			console.warn(error);
			callbacks.current.onReady?.("plain");
		});
		return () => {
			isGone = true;
			monaco.current = null;
			release();
		};
	}, []);

	useEffect(() => {
		monaco.current?.editor.updateOptions({ ariaLabel: label });
	}, [label]);

	useImperativeHandle(
		ref,
		() => ({
			getSource: () =>
				monaco.current?.editor.getValue() ??
				field.current?.value ??
				initialSource,
			setSource: (source) => {
				const model = monaco.current?.editor.getModel();
				if (monaco.current && model) {
					monaco.current.editor.pushUndoStop();
					monaco.current.editor.executeEdits("chainrule", [
						{ range: model.getFullModelRange(), text: source },
					]);
					monaco.current.editor.pushUndoStop();
				} else if (field.current) {
					field.current.value = source;
					callbacks.current.onChange(source);
				}
			},
			revealLine: (line) => {
				if (monaco.current) {
					monaco.current.editor.revealLineInCenter(line);
					monaco.current.editor.setPosition({ lineNumber: line, column: 1 });
					monaco.current.editor.focus();
				} else if (field.current) {
					selectLine(field.current, line);
				}
				host.current?.scrollIntoView({ block: "nearest" });
			},
			setMark: (mark) => {
				const model = monaco.current?.editor.getModel();
				if (!monaco.current || !model) return;
				const { api } = monaco.current;
				api.editor.setModelMarkers(
					model,
					markOwner,
					mark === null ? [] : [markerAt(api, model, mark)],
				);
			},
			focus: () =>
				monaco.current ? monaco.current.editor.focus() : field.current?.focus(),
		}),
		[initialSource],
	);

	const submitOnKey = (event: KeyboardEvent): void => {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			onSubmit();
		}
	};

	return (
		<div className="code-editor">
			{!isRich && (
				<>
					<label className="visually-hidden" htmlFor={fieldId}>
						{label}
					</label>
					<textarea
						className="code-field"
						id={fieldId}
						ref={field}
						defaultValue={initialSource}
						spellCheck={false}
						autoCapitalize="off"
						autoComplete="off"
						autoCorrect="off"
						wrap="off"
						onChange={(event) => onChange(event.target.value)}
						onKeyDown={submitOnKey}
					/>
				</>
			)}
			<div className="code-host" ref={host} hidden={!isRich} />
		</div>
	);
}

const markOwner = "chainrule";

function createEditor(
	api: Monaco,
	host: HTMLElement,
	source: string,
	label: string,
) {
	host.hidden = false;
	const model = api.editor.createModel(
		source,
		"typescript",
		api.Uri.parse("file:///solution.ts"),
	);
	const editor = api.editor.create(host, {
		model,
		ariaLabel: label,
		theme: themeName(),
		automaticLayout: true,
		bracketPairColorization: { enabled: false },
		contextmenu: false,
		cursorSmoothCaretAnimation: "off",
		fixedOverflowWidgets: true,
		folding: false,
		fontFamily:
			getComputedStyle(host).getPropertyValue("--mono") || "monospace",
		fontSize: 14,
		lineHeight: 22,
		lineNumbersMinChars: 3,
		minimap: { enabled: false },
		overviewRulerLanes: 0,
		padding: { top: 14, bottom: 14 },
		renderFinalNewline: "on",
		renderLineHighlight: "line",
		scrollBeyondLastLine: false,
		scrollbar: { alwaysConsumeMouseWheel: false },
		stickyScroll: { enabled: false },
		tabSize: 2,
		wordWrap: "on",
		wrappingIndent: "indent",
	});
	const followTheme = (): void => api.editor.setTheme(themeName());
	const observer = new MutationObserver(followTheme);
	observer.observe(document.documentElement, {
		attributes: true,
		attributeFilter: ["data-theme"],
	});
	const darkness = matchMedia("(prefers-color-scheme: dark)");
	darkness.addEventListener("change", followTheme);
	return {
		editor,
		model,
		dispose: () => {
			observer.disconnect();
			darkness.removeEventListener("change", followTheme);
			editor.dispose();
			model.dispose();
		},
	};
}

function themeName(): "chainrule-dark" | "chainrule-light" {
	const chosen = document.documentElement.dataset.theme;
	const isDark =
		chosen === "dark" ||
		(chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	return isDark ? "chainrule-dark" : "chainrule-light";
}

function markerAt(
	api: Monaco,
	model: Editor.ITextModel,
	{ line, column, message }: SourceMark,
): Editor.IMarkerData {
	const lineNumber = Math.min(Math.max(1, line), model.getLineCount());
	const end = model.getLineMaxColumn(lineNumber);
	const start = Math.min(
		Math.max(column, model.getLineFirstNonWhitespaceColumn(lineNumber) || 1),
		Math.max(1, end - 1),
	);
	return {
		severity: api.MarkerSeverity.Error,
		message,
		startLineNumber: lineNumber,
		startColumn: start,
		endLineNumber: lineNumber,
		endColumn: end,
	};
}

function selectLine(field: HTMLTextAreaElement, line: number): void {
	const lines = field.value.split("\n");
	const start = lines
		.slice(0, line - 1)
		.reduce((sum, text) => sum + text.length + 1, 0);
	field.focus();
	field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
