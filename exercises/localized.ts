import { z } from "zod";

/** A sentence in both languages of the platform, e.g. `{ en: "Error", zh: "误差" }`. */
export const localizedSchema = z.strictObject({
	en: z.string().min(1),
	zh: z.string().min(1),
});
export type Localized = z.infer<typeof localizedSchema>;
export type Language = keyof Localized;
