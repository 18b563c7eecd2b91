import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { mayOperate } from "../../db/roles.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import { SignOutButton } from "./sign-out-button.tsx";
import { findViewer } from "./viewer.ts";

/** Sign-in link, or the menu of who is signed in. */
export async function AccountMenu() {
	const [viewer, t] = await Promise.all([
		findViewer(),
		getTranslations("header"),
	]);
	if (viewer === null) {
		return (
			<Link className="tool-button tool-primary" href="/sign-in">
				{t("signIn")}
			</Link>
		);
	}
	const name = viewer.isGuest ? t("guest") : viewer.name;
	return (
		<Menu
			label={t("accountMenu")}
			button={
				<>
					<span className="avatar" aria-hidden="true">
						{viewer.isGuest ? <Icon name="user" /> : initialOf(name)}
					</span>
					<span className="account-name">{name}</span>
					<Icon name="down" size={14} />
				</>
			}
		>
			{viewer.isGuest ? (
				<>
					<p className="menu-note">{t("guestNote")}</p>
					<Link className="menu-item" href="/sign-up">
						{t("keepWork")}
					</Link>
					<Link className="menu-item" href="/sign-in">
						{t("signIn")}
					</Link>
					<Link className="menu-item" href="/account">
						{t("account")}
					</Link>
				</>
			) : (
				<>
					<p className="menu-note">{viewer.email}</p>
					<Link className="menu-item" href="/account">
						{t("account")}
					</Link>
					{mayOperate(viewer) && (
						<Link className="menu-item" href="/operator">
							{t("operator")}
						</Link>
					)}
					<SignOutButton className="menu-item" />
				</>
			)}
		</Menu>
	);
}

function initialOf(name: string): string {
	return [...name.trim()][0]?.toUpperCase() ?? "?";
}
