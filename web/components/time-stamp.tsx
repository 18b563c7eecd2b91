"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";

/** A moment in the reader's own time zone; until the page is alive, in UTC. */
export function TimeStamp({
	at,
	hasSeconds = false,
}: {
	at: number;
	hasSeconds?: boolean;
}) {
	const language = useLocale();
	const [isAlive, setAlive] = useState(false);
	useEffect(() => setAlive(true), []);
	const format = new Intl.DateTimeFormat(
		language === "zh" ? "zh-CN" : "en-GB",
		{
			dateStyle: "medium",
			timeStyle: hasSeconds ? "medium" : "short",
			...(isAlive ? {} : { timeZone: "UTC" }),
		},
	);
	return <time dateTime={new Date(at).toISOString()}>{format.format(at)}</time>;
}
