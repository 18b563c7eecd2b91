import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon } from "../components/icon.tsx";
import { FocusOnKey } from "./focus-on-key.tsx";
import { searchKey } from "./search-key.ts";

/** The header's search: a field where there is room, else a link to the search page. */
export async function HeaderSearch({ hasKey }: { hasKey: boolean }) {
	const [t, search] = await Promise.all([
		getTranslations("header"),
		getTranslations("search"),
	]);
	return (
		<>
			<Form
				className="header-search"
				action="/search"
				role="search"
				aria-label={t("search")}
			>
				<label className="visually-hidden" htmlFor="header-search-field">
					{search("field")}
				</label>
				<Icon name="search" />
				<input
					id="header-search-field"
					name="q"
					type="search"
					placeholder={t("search")}
					maxLength={100}
					autoComplete="off"
					aria-keyshortcuts={hasKey ? searchKey : undefined}
					data-search-field=""
				/>
				{hasKey && <kbd>{searchKey}</kbd>}
			</Form>
			<Link
				className="tool-button tool-icon header-search-link"
				href="/search"
				aria-label={t("search")}
			>
				<Icon name="search" size={18} />
			</Link>
			{hasKey && <FocusOnKey />}
		</>
	);
}
