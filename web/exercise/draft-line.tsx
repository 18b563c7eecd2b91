"use client";

import { useTranslations } from "next-intl";
import type { DraftStatus } from "../draft/draft-keeper.ts";

/** Where the draft is kept right now, in two words. */
export function DraftLine({
	status,
	isSignedIn,
}: {
	status: DraftStatus;
	isSignedIn: boolean;
}) {
	const t = useTranslations("draft");
	const text = status === "device" && !isSignedIn ? t("deviceOnly") : t(status);
	return <span className={`draft-line draft-${status}`}>{text}</span>;
}
