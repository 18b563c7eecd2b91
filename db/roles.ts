/** Every role an account can have, the least first. */
export const roles = ["student", "instructor", "administrator"] as const;

/** What an account may do: learn, teach, or run the installation. Each may do what those before it may. */
export type Role = (typeof roles)[number];

/** Tells whether a text, e.g. from the command line, names a role. */
export function isRole(text: unknown): text is Role {
	return (roles as readonly unknown[]).includes(text);
}

/** Who may do what instructors do. */
export function mayTeach({ role }: { role: Role }): boolean {
	return role !== "student";
}

/** Who may see the operator's page and call its part of the HTTP API. Nothing else decides this. */
export function mayOperate({ role }: { role: Role }): boolean {
	return role === "administrator";
}
