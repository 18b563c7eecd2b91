/**
 * The editor's own bundle: Monaco with TypeScript and JavaScript only, built by `build-monaco.ts` and loaded by the
 * exercise page when the browser is idle. Nothing here is imported by the rest of the application.
 */
import "monaco-editor/features/register.all.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";

export * from "monaco-editor/editor.js";
export * as typescript from "monaco-editor/languages/features/typescript/register.js";
