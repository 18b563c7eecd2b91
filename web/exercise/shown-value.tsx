"use client";

import { useTranslations } from "next-intl";
import { formatLines, formatValue } from "./format-value.ts";

const longest = 420;

/** A value of a case; a very long one opens on demand. */
export function ShownValue({ value }: { value: unknown }) {
	const t = useTranslations("verdict");
	const text = formatLines(value);
	if (text.length <= longest)
		return <span className="shown-value">{text}</span>;
	return (
		<details className="shown-value">
			<summary>
				{formatValue(value).slice(0, 60)}…{" "}
				<span className="link-like">{t("wholeValue")}</span>
			</summary>
			{text}
		</details>
	);
}
