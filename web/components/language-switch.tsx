import { getLocale, getTranslations } from "next-intl/server";
import { rememberLanguage } from "../app/preferences.ts";

/** A button named in the other language that switches to it; works without JavaScript. */
export async function LanguageSwitch() {
	const [language, t] = await Promise.all([
		getLocale(),
		getTranslations("header"),
	]);
	const other = language === "zh" ? "en" : "zh";
	return (
		<form action={rememberLanguage}>
			<button
				className="tool-button"
				type="submit"
				name="language"
				value={other}
				lang={other === "zh" ? "zh-Hans" : "en"}
				title={t("switchLanguage")}
			>
				{other === "zh" ? "中文" : "English"}
			</button>
		</form>
	);
}
