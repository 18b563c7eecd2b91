"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

export type TabName = "statement" | "cases" | "hints" | "attempts" | "verdict";

interface Tab {
	name: TabName;
	title: string;
	count?: number;
	panel: ReactNode;
}

/** Tabs as the ARIA pattern describes them: arrows move and select, Tab goes on into the panel. */
export function Tabs({
	tabs,
	selected,
	onSelect,
}: {
	tabs: Tab[];
	selected: TabName;
	onSelect: (name: TabName) => void;
}) {
	const id = useId();
	const list = useRef<HTMLDivElement>(null);

	const moveOnKey = (event: KeyboardEvent): void => {
		const at = tabs.findIndex(({ name }) => name === selected);
		const moves: Record<string, number> = {
			ArrowRight: (at + 1) % tabs.length,
			ArrowLeft: (at + tabs.length - 1) % tabs.length,
			Home: 0,
			End: tabs.length - 1,
		};
		const target = moves[event.key];
		const tab = target === undefined ? undefined : tabs[target];
		if (tab === undefined) return;
		event.preventDefault();
		onSelect(tab.name);
		list.current
			?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)
			?.focus();
	};

	return (
		<>
			<div className="tabs" role="tablist" ref={list} onKeyDown={moveOnKey}>
				{tabs.map(({ name, title, count }) => (
					<button
						key={name}
						className="tab"
						type="button"
						role="tab"
						id={`${id}-${name}`}
						data-tab={name}
						aria-selected={name === selected}
						aria-controls={`${id}-${name}-panel`}
						tabIndex={name === selected ? 0 : -1}
						onClick={() => onSelect(name)}
					>
						{title}
						{count !== undefined && count > 0 && (
							<span className="tab-count">{count}</span>
						)}
					</button>
				))}
			</div>
			{tabs.map(({ name, panel }) => (
				<div
					key={name}
					className="tab-panel"
					role="tabpanel"
					id={`${id}-${name}-panel`}
					aria-labelledby={`${id}-${name}`}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: the tab pattern makes a panel without controls reachable
					tabIndex={0}
					hidden={name !== selected}
				>
					{panel}
				</div>
			))}
		</>
	);
}
