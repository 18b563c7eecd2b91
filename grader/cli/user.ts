import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../../db/open-store.ts";
import { UsageError } from "./find-bundle.ts";

/** `chainrule user role <e-mail> <student|instructor> [--data folder]`. @returns the exit code */
export async function user(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { data: { type: "string" } },
	});
	const [action, email, role, ...rest] = positionals;
	const isRole = role === "student" || role === "instructor";
	if (action !== "role" || !email || !isRole || rest.length > 0) {
		throw new UsageError(
			"expected: chainrule user role <e-mail> <student|instructor> [--data folder]",
		);
	}
	const data = resolve(values.data ?? process.env.CHAINRULE_DATA ?? "data");
	const file = join(data, "chainrule.sqlite");
	if (!existsSync(file)) {
		throw new UsageError(
			`there is no database in ${data}; name the folder that \`chainrule serve\` uses with --data`,
		);
	}
	const store = openStore({ file });
	try {
		if (!(await store.setRole(email, role))) {
			throw new UsageError(
				`nobody has signed up as ${email}; sign up in the browser first`,
			);
		}
		console.log(
			`${email} is now ${role === "instructor" ? "an instructor" : "a student"}`,
		);
		return 0;
	} finally {
		await store.close();
	}
}
