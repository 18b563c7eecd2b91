"use client";

import { useEffect } from "react";

/** The last resort, when even the frame fails: no messages are at hand, so it speaks both languages at once. */
export default function GlobalErrorPage({
	error,
	reset,
}: {
	error: Error & { digest?: string };
	reset: () => void;
}) {
	useEffect(() => console.error(error), [error]);
	return (
		<html
			lang="en"
			style={{ colorScheme: "light dark", fontFamily: "system-ui, sans-serif" }}
		>
			<body>
				<main
					style={{
						maxWidth: "36rem",
						margin: "20vh auto",
						padding: "0 1.5rem",
					}}
				>
					<title>Chainrule</title>
					<h1>Something went wrong on our side</h1>
					<p>Your drafts are safe. Try again, or come back in a moment.</p>
					<h2 lang="zh-Hans">系统出了点问题</h2>
					<p lang="zh-Hans">您的草稿已妥善保存。请重试，或稍后再来。</p>
					<p>
						<button type="button" onClick={reset}>
							Try again · <span lang="zh-Hans">重试</span>
						</button>
					</p>
				</main>
			</body>
		</html>
	);
}
