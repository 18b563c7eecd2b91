"use server";

import { cookies } from "next/headers";
import { isTheme, themeCookie } from "../components/theme.ts";
import { isLanguage, languageCookie } from "../i18n/locale.ts";
import { searchKeyCookie } from "../search/search-key.ts";

const options = {
	path: "/",
	maxAge: 60 * 60 * 24 * 365,
	sameSite: "lax",
} as const;

/** Remembers the language chosen in the form's `language` field; other values change nothing. */
export async function rememberLanguage(form: FormData): Promise<void> {
	const language = form.get("language");
	if (typeof language === "string" && isLanguage(language)) {
		(await cookies()).set(languageCookie, language, options);
	}
}

/** Remembers the theme chosen in the form's `theme` field; other values change nothing. */
export async function rememberTheme(form: FormData): Promise<void> {
	const theme = form.get("theme");
	if (typeof theme === "string" && isTheme(theme))
		(await cookies()).set(themeCookie, theme, options);
}

/** Remembers whether a key goes to the search: `on` or `off` in the form's `key` field; other values change nothing. */
export async function rememberSearchKey(form: FormData): Promise<void> {
	const key = form.get("key");
	if (key === "on" || key === "off")
		(await cookies()).set(searchKeyCookie, key, options);
}
