import { useTranslations } from "next-intl";

/** One to three dots and the word for them. */
export function Difficulty({ level }: { level: 1 | 2 | 3 }) {
	const t = useTranslations("difficulty");
	return (
		<span className="difficulty">
			<span className="difficulty-dots" aria-hidden="true">
				{[1, 2, 3].map((dot) => (
					<i key={dot} className={dot <= level ? "on" : ""} />
				))}
			</span>
			{t(String(level) as "1" | "2" | "3")}
		</span>
	);
}
