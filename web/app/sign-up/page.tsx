import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "../../account/account-form.tsx";
import { safePath } from "../../account/safe-path.ts";
import { findViewer } from "../../components/viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("account"))("signUpTitle") };
}

/** Sign-up with e-mail address and password; afterwards back to where one came from. */
export default async function SignUpPage({
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
			<h1>{t("signUpTitle")}</h1>
			<p className="page-lead">
				{viewer?.isGuest ? t("guestKeeps") : t("signUpLead")}
			</p>
			<AccountForm
				kind="sign-up"
				next={target}
				guestId={viewer?.isGuest ? viewer.userId : null}
			/>
			<p className="form-after">
				{t("hasAccount")}{" "}
				<Link href={`/sign-in?next=${encodeURIComponent(target)}`}>
					{t("signIn")}
				</Link>
			</p>
		</main>
	);
}
