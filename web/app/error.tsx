"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Shown when a page fails; the cause is in the browser's console and the server's log. */
export default function ErrorPage({
	error,
	reset,
}: {
	error: Error & { digest?: string };
	reset: () => void;
}) {
	const t = useTranslations("error");
	useEffect(() => console.error(error), [error]);
	return (
		<main className="message-page" id="main" tabIndex={-1}>
			<h1>{t("title")}</h1>
			<p>{t("text")}</p>
			<button className="button button-primary" type="button" onClick={reset}>
				{t("retry")}
			</button>
		</main>
	);
}
