import { cache } from "react";
import type { Role } from "../../db/roles.ts";
import { findSession } from "../server/session.ts";

/** Who looks at the page: a guest or an account. */
export interface Viewer {
	userId: string;
	name: string;
	email: string;
	role: Role;
	isGuest: boolean;
	leaderboardName: string | null;
}

/** Finds who is signed in, asking at most once a request; null for a first visit. */
export const findViewer = cache(
	async (): Promise<Viewer | null> => findSession(),
);
