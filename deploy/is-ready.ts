/** For a container's health check: exits with 0 when this machine's Chainrule can grade, else with 1 and its reasons. */
const port = process.env.PORT ?? "3000";
try {
	const response = await fetch(`http://127.0.0.1:${port}/readyz`, {
		signal: AbortSignal.timeout(4_000),
	});
	console.log(await response.text());
	process.exitCode = response.ok ? 0 : 1;
} catch (error) {
	console.log(`nobody answers on port ${port}: ${error}`);
	process.exitCode = 1;
}

// Makes this file a module, in which one may wait at the top.
export {};
