"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Verdict } from "../../grader/verdict.ts";
import { Icon } from "../components/icon.tsx";

/** The receipt: what the verdict was computed from, and its hash, so that anybody can compute it again. */
export function Receipt({ verdict }: { verdict: Verdict }) {
	const t = useTranslations("receipt");
	const [copied, setCopied] = useState<"receipt" | "verdict" | "failed" | null>(
		null,
	);
	const copy = (what: "receipt" | "verdict", text: string): void => {
		navigator.clipboard.writeText(text).then(
			() => setCopied(what),
			() => setCopied("failed"),
		);
	};
	return (
		<details className="receipt">
			<summary>{t("title")}</summary>
			<p>{t("explanation")}</p>
			<dl>
				<Fact name={t("hash")} value={verdict.receipt} />
				<Fact name={t("version")} value={verdict.exercise.version} />
				<Fact name={t("seed")} value={String(verdict.seed)} />
				<Fact name={t("grader")} value={verdict.grader.version} />
				<Fact
					name={t("engine")}
					value={`Node ${verdict.engine.node} · V8 ${verdict.engine.v8}`}
				/>
				<Fact
					name={t("isolation")}
					value={`${t(`isolations.${verdict.isolation}`)} · ${verdict.level}`}
				/>
			</dl>
			{!verdict.reproducible && <p>{t("notReproducible")}</p>}
			<p className="receipt-actions">
				<button
					className="button button-small"
					type="button"
					onClick={() => copy("receipt", verdict.receipt)}
				>
					<Icon name="copy" size={14} />
					{t("copy")}
				</button>
				<button
					className="button button-small"
					type="button"
					onClick={() => copy("verdict", JSON.stringify(verdict, null, 2))}
				>
					<Icon name="copy" size={14} />
					{t("copyVerdict")}
				</button>
				<span role="status">
					{copied === null
						? ""
						: copied === "failed"
							? t("copyFailed")
							: t("copied")}
				</span>
			</p>
		</details>
	);
}

function Fact({ name, value }: { name: string; value: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>
				<code>{value}</code>
			</dd>
		</div>
	);
}
