/** What a reader may choose; `system` follows the device. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The cookie in which the choice is remembered, so that the server paints the first frame right. */
export const themeCookie = "theme";

/** Tells whether a text names a theme. */
export function isTheme(text: string | undefined): text is Theme {
	return themes.some((theme) => theme === text);
}
