"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { rememberTheme } from "../app/preferences.ts";
import { Icon } from "./icon.tsx";
import { type Theme, themeCookie, themes } from "./theme.ts";

const icons = { system: "device", light: "sun", dark: "moon" } as const;

/**
 * One button that goes through system, light and dark. The choice is a cookie, so the server paints the first frame in
 * it; without JavaScript the form does the same with a round trip.
 */
export function ThemeSwitch({ remembered }: { remembered: Theme }) {
	const t = useTranslations("theme");
	const [theme, setTheme] = useState(remembered);
	const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";

	const paint = (event: MouseEvent): void => {
		event.preventDefault();
		document.documentElement.dataset.theme = next;
		// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
		document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
		setTheme(next);
	};

	return (
		<form action={rememberTheme}>
			<button
				className="tool-button tool-icon"
				type="submit"
				name="theme"
				value={next}
				onClick={paint}
				title={t("switch", { now: t(theme), next: t(next) })}
				aria-label={t("switch", { now: t(theme), next: t(next) })}
			>
				<Icon name={icons[theme]} size={18} />
			</button>
		</form>
	);
}
