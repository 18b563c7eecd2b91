import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SignOutButton } from "../../components/sign-out-button.tsx";
import { findViewer } from "../../components/viewer.ts";
import { LeaderboardNameForm } from "../../leaderboard/leaderboard-name-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("account"))("title") };
}

/** Who one is here, how one appears on leaderboards, and the way out. */
export default async function AccountPage() {
	const [viewer, t, board] = await Promise.all([
		findViewer(),
		getTranslations("account"),
		getTranslations("leaderboard"),
	]);
	if (viewer === null) {
		return (
			<main className="narrow-page" id="main" tabIndex={-1}>
				<h1>{t("signedOutTitle")}</h1>
				<p className="page-lead">{t("signedOutText")}</p>
				<p className="form-after">
					<Link
						className="button button-primary"
						href="/sign-in?next=%2Faccount"
					>
						{t("signIn")}
					</Link>
				</p>
			</main>
		);
	}
	return (
		<main className="narrow-page" id="main" tabIndex={-1}>
			<h1>{viewer.isGuest ? t("guestTitle") : t("title")}</h1>
			{viewer.isGuest ? (
				<div className="callout">
					<p>{t("guestText")}</p>
					<p>
						<Link className="button button-primary" href="/sign-up">
							{t("guestKeep")}
						</Link>
					</p>
				</div>
			) : (
				<section className="account-section" aria-label={t("title")}>
					<dl className="account-facts">
						<div>
							<dt>{t("name")}</dt>
							<dd>{viewer.name}</dd>
						</div>
						<div>
							<dt>{t("email")}</dt>
							<dd>{viewer.email}</dd>
						</div>
						<div>
							<dt>{t("role")}</dt>
							<dd>{t(`roles.${viewer.role}`)}</dd>
						</div>
					</dl>
				</section>
			)}
			<section className="account-section" aria-labelledby="shown-name">
				<h2 id="shown-name">{board("nameTitle")}</h2>
				<p className="page-lead">{board("nameText")}</p>
				<LeaderboardNameForm current={viewer.leaderboardName} />
			</section>
			{!viewer.isGuest && (
				<section className="account-section" aria-label={t("signOut")}>
					<SignOutButton className="button" />
				</section>
			)}
		</main>
	);
}
