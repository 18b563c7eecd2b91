import { createHmac } from "node:crypto";

/**
 * The seed of an attempt: every run and every regrade of it draws the same hidden inputs, and nobody without the server's
 * secret can foretell them.
 * @param secret the store's secret "seeds" @returns an integer 0 … 2⁵³−1
 */
export function seedOfAttempt(
	secret: string,
	slug: string,
	userId: string,
	attempt: number,
): number {
	const digest = createHmac("sha256", secret)
		.update(`${slug}\n${userId}\n${attempt}`)
		.digest();
	return Number(digest.readBigUInt64BE() >> 11n);
}
