"use client";

import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Icon } from "../components/icon.tsx";
import { readWords } from "../search/words.ts";

interface FilteredTerm {
	id: string;
	haystack: string;
	/** The entry itself, made on the server. */
	entry: ReactNode;
}

/** A field that leaves only the terms with all its words; filters while one types, or by a form without JavaScript. */
export function TermFilter({
	terms,
	initialQuery,
}: {
	terms: FilteredTerm[];
	initialQuery: string;
}) {
	const t = useTranslations("glossary");
	const id = useId();
	const [query, setQuery] = useState(initialQuery);
	const words = readWords(query);
	const matching = terms.filter(({ haystack }) =>
		words.every((word) => haystack.includes(word)),
	);
	return (
		<>
			<Form className="search-form" action="/glossary">
				<label className="visually-hidden" htmlFor={id}>
					{t("filter")}
				</label>
				<span className="search-field">
					<Icon name="search" size={18} />
					<input
						id={id}
						name="q"
						type="search"
						placeholder={t("filter")}
						value={query}
						onChange={({ target }) => setQuery(target.value)}
						maxLength={100}
						autoComplete="off"
						spellCheck={false}
						data-search-field=""
					/>
				</span>
				<noscript>
					<button className="button" type="submit">
						{t("apply")}
					</button>
				</noscript>
			</Form>
			<p className="result-count" role="status">
				{t("count", { count: matching.length })}
			</p>
			{matching.length === 0 ? (
				<div className="empty-state">
					<h2>{t("noneTitle", { query: query.trim() })}</h2>
					<p>
						{t.rich("noneText", {
							search: (text) => (
								<Link href={`/search?q=${encodeURIComponent(query.trim())}`}>
									{text}
								</Link>
							),
						})}
					</p>
				</div>
			) : (
				<dl className="terms">
					{matching.map(({ id: term, entry }) => (
						<div key={term} className="term" id={term}>
							{entry}
						</div>
					))}
				</dl>
			)}
		</>
	);
}
