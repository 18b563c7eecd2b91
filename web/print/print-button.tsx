"use client";

import { useTranslations } from "next-intl";
import { Icon } from "../components/icon.tsx";

/** Opens the browser's own print dialogue; needs JavaScript, while the browser's menu does not. */
export function PrintButton() {
	const t = useTranslations("print");
	return (
		<button
			className="button button-primary needs-script"
			type="button"
			onClick={() => window.print()}
		>
			<Icon name="print" />
			{t("print")}
		</button>
	);
}
