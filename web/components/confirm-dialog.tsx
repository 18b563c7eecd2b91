"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";

/** Asks before something is replaced. Escape and the first button leave everything as it is. */
export function ConfirmDialog({
	isOpen,
	title,
	text,
	confirm,
	onConfirm,
	onClose,
}: {
	isOpen: boolean;
	title: string;
	text: string;
	confirm: string;
	onConfirm: () => void;
	onClose: () => void;
}) {
	const t = useTranslations("dialog");
	const dialog = useRef<HTMLDialogElement>(null);
	const id = useId();
	useEffect(() => {
		if (isOpen && !dialog.current?.open) dialog.current?.showModal();
		if (!isOpen && dialog.current?.open) dialog.current.close();
	}, [isOpen]);
	return (
		<dialog
			className="dialog"
			ref={dialog}
			onClose={onClose}
			aria-labelledby={`${id}-title`}
			aria-describedby={`${id}-text`}
		>
			<h2 id={`${id}-title`}>{title}</h2>
			<p id={`${id}-text`}>{text}</p>
			<p className="dialog-actions">
				<button className="button" type="button" onClick={onClose}>
					{t("cancel")}
				</button>
				<button
					className="button button-primary"
					type="button"
					onClick={() => {
						onConfirm();
						onClose();
					}}
				>
					{confirm}
				</button>
			</p>
		</dialog>
	);
}
