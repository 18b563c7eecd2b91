"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { moveLocalDrafts } from "../draft/local-draft.ts";
import {
	type AccountProblem,
	checkFields,
	nameProblem,
} from "./account-problem.ts";

interface AccountFormProps {
	kind: "sign-in" | "sign-up";
	/** Where to go afterwards; a path of this server. */
	next: string;
	/** The guest whose work follows into the account; null for a visitor. */
	guestId: string | null;
}

/** The form for signing in and for signing up; its errors are sentences beside the button. */
export function AccountForm({ kind, next, guestId }: AccountFormProps) {
	const t = useTranslations("account");
	const [problem, setProblem] = useState<AccountProblem | null>(null);
	const [isBusy, setBusy] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const id = useId();
	const isNew = kind === "sign-up";

	const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
		event.preventDefault();
		const data = new FormData(event.currentTarget);
		const read = (name: string): string => String(data.get(name) ?? "");
		const fields = {
			...(isNew ? { name: read("name").trim() } : {}),
			email: read("email").trim(),
			password: read("password"),
		};
		const refusal = checkFields(fields);
		setProblem(refusal);
		if (refusal !== null) return focusField(form.current, refusal);

		setBusy(true);
		const answer = await post(`/api/auth/${kind}/email`, fields);
		if ("problem" in answer) {
			setBusy(false);
			setProblem(answer.problem);
			focusField(form.current, answer.problem);
			return;
		}
		if (guestId !== null && answer.userId !== null)
			moveLocalDrafts(window.localStorage, guestId, answer.userId);
		// A whole new page: nothing of the earlier session stays on screen.
		window.location.assign(next);
	};

	const errorId = problem === null ? undefined : `${id}-error`;
	const isEmailWrong =
		problem === "email" || problem === "exists" || problem === "credentials";
	const isPasswordWrong =
		problem === "passwordShort" ||
		problem === "passwordLong" ||
		problem === "credentials";
	return (
		<form
			className="form"
			ref={form}
			onSubmit={(event) => void send(event)}
			noValidate
		>
			{isNew && (
				<div className="field">
					<label htmlFor={`${id}-name`}>{t("name")}</label>
					<input
						id={`${id}-name`}
						name="name"
						autoComplete="name"
						maxLength={80}
						required
						aria-describedby={`${id}-name-hint`}
						aria-invalid={problem === "name"}
					/>
					<p className="field-hint" id={`${id}-name-hint`}>
						{t("nameHint")}
					</p>
				</div>
			)}
			<div className="field">
				<label htmlFor={`${id}-email`}>{t("email")}</label>
				<input
					id={`${id}-email`}
					name="email"
					type="email"
					autoComplete="email"
					required
					aria-invalid={isEmailWrong}
					aria-describedby={isEmailWrong ? errorId : undefined}
				/>
			</div>
			<div className="field">
				<label htmlFor={`${id}-password`}>{t("password")}</label>
				<input
					id={`${id}-password`}
					name="password"
					type="password"
					autoComplete={isNew ? "new-password" : "current-password"}
					required
					aria-invalid={isPasswordWrong}
					aria-describedby={isNew ? `${id}-password-hint` : undefined}
				/>
				{isNew && (
					<p className="field-hint" id={`${id}-password-hint`}>
						{t("passwordHint")}
					</p>
				)}
			</div>
			{problem !== null && (
				<p className="form-error" role="alert" id={errorId}>
					{t(`errors.${problem}`)}
				</p>
			)}
			<button
				className="button button-primary button-large"
				type="submit"
				disabled={isBusy}
			>
				{isNew ? t("signUp") : t("signIn")}
			</button>
		</form>
	);
}

async function post(
	path: string,
	fields: object,
): Promise<{ userId: string | null } | { problem: AccountProblem }> {
	let response: Response;
	try {
		response = await fetch(path, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(fields),
		});
	} catch {
		return { problem: "offline" };
	}
	const body = (await response.json().catch(() => null)) as {
		code?: unknown;
		user?: { id?: unknown };
	} | null;
	if (!response.ok)
		return { problem: nameProblem(response.status, body?.code) };
	return { userId: typeof body?.user?.id === "string" ? body.user.id : null };
}

function focusField(
	form: HTMLFormElement | null,
	problem: AccountProblem,
): void {
	const name =
		problem === "name"
			? "name"
			: problem.startsWith("password")
				? "password"
				: "email";
	form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}
