/** A line for a terminal: control characters of what others wrote, e.g. a student's text or a backup, must not steer it. */
export const printable = (text: string) =>
	text.replace(/[\p{Cc}\p{Cf}]/gu, "·");
