/** `chainrule worker`: another grader beside `serve`, on the same database (`CHAINRULE_DATA`). @returns the exit code */
export async function worker(): Promise<number> {
	await import("../worker/main.ts");
	return 0;
}
