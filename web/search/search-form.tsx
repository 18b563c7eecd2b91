import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { Icon } from "../components/icon.tsx";

/** The large search field of the search page. */
export async function SearchForm({ query }: { query: string }) {
	const t = await getTranslations("search");
	return (
		<Form
			className="search-form"
			action="/search"
			role="search"
			aria-label={t("field")}
		>
			<label className="visually-hidden" htmlFor="search-page-field">
				{t("field")}
			</label>
			<span className="search-field">
				<Icon name="search" size={18} />
				<input
					key={query}
					id="search-page-field"
					name="q"
					type="search"
					placeholder={t("field")}
					defaultValue={query}
					maxLength={100}
					autoComplete="off"
					data-search-field=""
				/>
			</span>
			<button className="button button-primary" type="submit">
				{t("go")}
			</button>
		</Form>
	);
}
