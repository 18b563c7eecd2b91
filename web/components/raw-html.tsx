/** Places HTML that `render-markdown.ts` or `render-formula.ts` made on the server: sanitised there, never elsewhere. */
export function RawHtml({
	html,
	as: Tag = "span",
	className,
}: {
	html: string;
	as?: "span" | "div";
	className?: string;
}) {
	return (
		<Tag
			className={className}
			// biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the renderer, see above
			dangerouslySetInnerHTML={{ __html: html }}
		/>
	);
}
