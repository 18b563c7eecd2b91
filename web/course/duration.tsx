import { useTranslations } from "next-intl";

/** An estimate as people say it. Example: 85 is "1 h 25 min". */
export function Duration({ minutes }: { minutes: number }) {
	const t = useTranslations("duration");
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return t("minutes", { minutes: rest });
	if (rest === 0) return t("hours", { hours });
	return t("both", { hours, minutes: rest });
}
