"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the header that says when its page, or a page below `also`, is the current one. */
export function NavigationLink({
	href,
	also,
	children,
}: {
	href: string;
	also?: string;
	children: ReactNode;
}) {
	const path = usePathname();
	const isSection = also !== undefined && path.startsWith(also);
	return (
		<Link
			className="navigation-link"
			href={href}
			aria-current={path === href ? "page" : isSection ? "true" : undefined}
		>
			{children}
		</Link>
	);
}
