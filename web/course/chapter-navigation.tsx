"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { Icon } from "../components/icon.tsx";

interface ChapterEntry {
	number: number;
	title: string;
	/** "2 of 5 solved". */
	solved: string;
	/** 0 … 1 */
	share: number;
}

const listId = "course-contents";

/**
 * Links to the chapters below. Beside the text where there is room; on narrow screens a bar that stays in sight and opens
 * the list over the page, which the browser does by itself. Scripts only mark the chapter in sight and close the list.
 */
export function ChapterNavigation({ chapters }: { chapters: ChapterEntry[] }) {
	const t = useTranslations("course");
	const list = useRef<HTMLElement>(null);
	const current = useChapterInSight(chapters);
	const shown = chapters.find(({ number }) => number === current);

	const close = (): void => {
		// On wide screens the list is simply there, and was never opened.
		if (list.current?.matches(":popover-open")) list.current.hidePopover();
	};

	return (
		<div className="contents">
			<button className="contents-button" type="button" popoverTarget={listId}>
				<Icon name="list" />
				<span className="contents-now">
					{shown === undefined
						? t("contents")
						: `${shown.number} · ${shown.title}`}
				</span>
				<Icon name="down" size={14} />
			</button>
			<nav
				className="contents-list"
				id={listId}
				ref={list}
				popover="auto"
				aria-label={t("contents")}
			>
				<ol>
					{chapters.map(({ number, title, solved, share }) => (
						<li key={number}>
							<a
								href={`#chapter-${number}`}
								onClick={close}
								aria-current={number === current ? "true" : undefined}
							>
								<span className="contents-number">{number}</span>
								<span className="contents-title">{title}</span>
								<span
									className={`contents-share${share === 1 ? " contents-done" : ""}`}
									style={{ "--share": share } as CSSProperties}
									aria-hidden="true"
								>
									{share === 1 && <Icon name="check" size={11} />}
								</span>
								<span className="visually-hidden"> ({solved})</span>
							</a>
						</li>
					))}
				</ol>
				<ul className="contents-more">
					<li>
						<Link href="/map">
							<Icon name="map" /> {t("map")}
						</Link>
					</li>
					<li>
						<Link href="/glossary">
							<Icon name="book" /> {t("glossary")}
						</Link>
					</li>
				</ul>
			</nav>
		</div>
	);
}

/** The last chapter whose heading has passed the upper third of the window; null above the first. */
function useChapterInSight(chapters: ChapterEntry[]): number | null {
	const [current, setCurrent] = useState<number | null>(null);
	useEffect(() => {
		const headings = chapters.flatMap(({ number }) => {
			const heading = document.getElementById(`chapter-${number}`);
			return heading === null ? [] : [{ number, heading }];
		});
		const look = (): void => {
			const passed = headings.findLast(
				({ heading }) =>
					heading.getBoundingClientRect().top < window.innerHeight / 3,
			);
			const isAtEnd =
				window.scrollY + window.innerHeight >=
				document.documentElement.scrollHeight - 2;
			const last = isAtEnd && window.scrollY > 0 ? headings.at(-1) : undefined;
			setCurrent((last ?? passed)?.number ?? null);
		};
		look();
		window.addEventListener("scroll", look, { passive: true });
		window.addEventListener("resize", look);
		return () => {
			window.removeEventListener("scroll", look);
			window.removeEventListener("resize", look);
		};
	}, [chapters]);
	return current;
}
