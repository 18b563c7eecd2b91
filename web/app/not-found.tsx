import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** Shown for an address that leads nowhere. */
export default async function NotFound() {
	const t = await getTranslations("missing");
	return (
		<main className="message-page" id="main" tabIndex={-1}>
			<p className="formula" aria-hidden="true">
				∂page / ∂address = 0
			</p>
			<h1>{t("title")}</h1>
			<p>{t("text")}</p>
			<Link className="button button-primary" href="/">
				{t("toCourse")}
			</Link>
		</main>
	);
}
