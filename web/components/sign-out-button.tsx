"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Ends the session and goes to the course page. */
export function SignOutButton({ className }: { className: string }) {
	const t = useTranslations("header");
	const router = useRouter();
	const [isBusy, setBusy] = useState(false);
	const signOut = async (): Promise<void> => {
		setBusy(true);
		try {
			await fetch("/api/auth/sign-out", {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: "{}",
			});
		} finally {
			setBusy(false);
		}
		router.push("/");
		router.refresh();
	};
	return (
		<button
			className={className}
			type="button"
			disabled={isBusy}
			onClick={() => void signOut()}
		>
			{t("signOut")}
		</button>
	);
}
