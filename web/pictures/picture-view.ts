import type { Language } from "../../exercises/bundle.ts";
import {
	type Picture,
	type PictureKind,
	pictureSchema,
	type Term,
} from "../../exercises/pictures.ts";

/** A declaration in one language: every `{ en, zh }` has become a text. */
type InOneLanguage<T> = T extends { en: string; zh: string }
	? string
	: T extends Term // holds no words, and holds itself
		? T
		: T extends readonly unknown[]
			? { [Index in keyof T]: InOneLanguage<T[Index]> }
			: T extends object
				? { [Key in keyof T]: InOneLanguage<T[Key]> }
				: T;

export type PictureView = InOneLanguage<Picture>;
export type PictureViewOf<Kind extends PictureKind> = Extract<
	PictureView,
	{ kind: Kind }
>;
export type MarkView = PictureViewOf<"curve">["marks"][number];
export type MarkViewOf<Name extends MarkView["mark"]> = Extract<
	MarkView,
	{ mark: Name }
>;

/**
 * Prepares declarations for one reader. A version published by an earlier release may hold pictures of another form: those
 * are left out.
 */
export function viewPictures(
	declared: readonly unknown[],
	language: Language,
): PictureView[] {
	return declared.flatMap((picture) => {
		const parsed = pictureSchema.safeParse(picture);
		return parsed.success ? [speak(parsed.data, language) as PictureView] : []; // `speak` does to values what the type says
	});
}

function speak(value: unknown, language: Language): unknown {
	if (Array.isArray(value)) return value.map((entry) => speak(entry, language));
	if (typeof value !== "object" || value === null) return value;
	if ("en" in value && "zh" in value && Object.keys(value).length === 2)
		return value[language];
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, speak(entry, language)]),
	);
}
