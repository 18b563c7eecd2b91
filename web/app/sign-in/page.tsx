import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "../../account/account-form.tsx";
import { safePath } from "../../account/safe-path.ts";
import { findViewer } from "../../components/viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("account"))("signInTitle") };
}

/** Sign-in with e-mail address and password; afterwards back to where one came from. */
export default async function SignInPage({
	searchParams,
}: {
	searchParams: Promise<{ next?: string | string[] }>;
}) {
	const [{ next }, viewer, t] = await Promise.all([
		searchParams,
		findViewer(),
		getTranslations("account"),
	]);
	const target = safePath(next);
	return (
		<main className="narrow-page" id="main" tabIndex={-1}>
			<h1>{t("signInTitle")}</h1>
			<p className="page-lead">
				{viewer?.isGuest ? t("guestKeeps") : t("signInLead")}
			</p>
			<AccountForm
				kind="sign-in"
				next={target}
				guestId={viewer?.isGuest ? viewer.userId : null}
			/>
			<p className="form-after">
				{t("noAccount")}{" "}
				<Link href={`/sign-up?next=${encodeURIComponent(target)}`}>
					{t("signUp")}
				</Link>
			</p>
		</main>
	);
}
