import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { HeaderSearch } from "../search/header-search.tsx";
import { searchKeyCookie } from "../search/search-key.ts";
import { AccountMenu } from "./account-menu.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";
import { NavigationLink } from "./navigation-link.tsx";
import { isTheme, themeCookie } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** The bar on top of every page. */
export async function SiteHeader() {
	const [t, cookieStore] = await Promise.all([
		getTranslations("header"),
		cookies(),
	]);
	const theme = cookieStore.get(themeCookie)?.value;
	return (
		<header className="site-header">
			<div className="site-header-row">
				<Link className="site-home" href="/" aria-label={t("home")}>
					<Logo />
				</Link>
				<nav className="site-navigation" aria-label={t("navigation")}>
					<NavigationLink href="/" also="/exercises">
						{t("course")}
					</NavigationLink>
					<NavigationLink href="/leaderboard">
						{t("leaderboard")}
					</NavigationLink>
				</nav>
				<div className="site-tools">
					<HeaderSearch
						hasKey={cookieStore.get(searchKeyCookie)?.value !== "off"}
					/>
					<LanguageSwitch />
					<ThemeSwitch remembered={isTheme(theme) ? theme : "system"} />
					<AccountMenu />
				</div>
			</div>
		</header>
	);
}
