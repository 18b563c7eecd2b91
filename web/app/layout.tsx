import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "../components/site-footer.tsx";
import { SiteHeader } from "../components/site-header.tsx";
import { isTheme, themeCookie } from "../components/theme.ts";
import "katex/dist/katex.min.css";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/shell.css";
import "../styles/course.css";
import "../styles/exercise.css";
import "../styles/verdict.css";
import "../styles/forms.css";
import "../styles/operator.css";
import "../styles/pictures.css";
import "../styles/library.css";
import "../styles/print.css";

/** Titles and description in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("site");
	return {
		title: {
			default: `Chainrule — ${t("tagline")}`,
			template: "%s · Chainrule",
		},
		description: t("description"),
	};
}

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
		{ media: "(prefers-color-scheme: dark)", color: "#14161b" },
	],
};

/** The frame around every page: skip link, header, the page itself, footer. */
export default async function RootLayout({
	children,
}: {
	children: ReactNode;
}) {
	const [language, t, cookieStore] = await Promise.all([
		getLocale(),
		getTranslations("site"),
		cookies(),
	]);
	const remembered = cookieStore.get(themeCookie)?.value;
	return (
		<html
			lang={language === "zh" ? "zh-Hans" : "en"}
			data-theme={isTheme(remembered) ? remembered : "system"}
		>
			<body>
				<NextIntlClientProvider>
					<a className="skip-link" href="#main">
						{t("skip")}
					</a>
					<SiteHeader />
					{children}
					<SiteFooter />
				</NextIntlClientProvider>
			</body>
		</html>
	);
}
