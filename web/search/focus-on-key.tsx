"use client";

import { useEffect } from "react";
import { searchKey } from "./search-key.ts";

/**
 * Lets the key "/" go to the page's search field, where nobody is writing. The last field of the page wins: a page with a
 * search of its own has it after the header's.
 */
export function FocusOnKey() {
	useEffect(() => {
		const focusOnKey = (event: KeyboardEvent): void => {
			if (
				event.key !== searchKey ||
				event.ctrlKey ||
				event.metaKey ||
				event.altKey ||
				event.defaultPrevented ||
				isWriting(event.target)
			)
				return;
			const fields = [
				...document.querySelectorAll<HTMLElement>("[data-search-field]"),
			].filter((field) => field.checkVisibility());
			const field = fields.at(-1);
			if (field === undefined) return;
			event.preventDefault();
			field.focus();
			if (field instanceof HTMLInputElement) field.select();
		};
		document.addEventListener("keydown", focusOnKey);
		return () => document.removeEventListener("keydown", focusOnKey);
	}, []);
	return null;
}

function isWriting(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest(
			"input, textarea, select, [contenteditable], [role=textbox], .monaco-editor",
		) !== null
	);
}
