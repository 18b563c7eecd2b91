import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh.json" with { type: "json" };
import { languageCookie, pickLanguage } from "./locale.ts";

const messages = { en, zh };

/** next-intl's view of a request: the language comes from a cookie or the browser, never from the address. */
export default getRequestConfig(async () => {
	const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
	const locale = pickLanguage(
		cookieStore.get(languageCookie)?.value,
		headerList.get("accept-language"),
	);
	return { locale, messages: messages[locale], timeZone: "UTC" };
});
