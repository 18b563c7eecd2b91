import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../../db/open-store.ts";
import { isRole, type Role } from "../../db/roles.ts";
import { UsageError } from "./find-bundle.ts";

const withArticle: Record<Role, string> = {
	student: "a student",
	instructor: "an instructor",
	administrator: "an administrator",
};

/** `chainrule user role <e-mail> <student|instructor|administrator> [--data folder]`. @returns the exit code */
export async function user(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { data: { type: "string" } },
	});
	const [action, email, role, ...rest] = positionals;
	if (action !== "role" || !email || !isRole(role) || rest.length > 0) {
		throw new UsageError(
			"expected: chainrule user role <e-mail> <student|instructor|administrator> [--data folder]",
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
		console.log(`${email} is now ${withArticle[role]}`);
		return 0;
	} finally {
		await store.close();
	}
}
