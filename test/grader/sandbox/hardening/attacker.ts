/**
 * What somebody does who runs native code in a child, as far as Node without its permission model can play it: each line of
 * standard report says how one attempt ended. Started by the tests through the same chain as a child.
 */
export const attacker = `
const fs = require("node:fs");
const [, port, parent, outside] = process.argv;
const told = {};
const attempt = (name, action) => {
	let end = "done";
	try { action(); } catch (error) { end = error.code ?? String(error); }
	fs.writeSync(3, JSON.stringify([name, end]) + "\\n");
};
attempt("read /etc/passwd", () => fs.readFileSync("/etc/passwd"));
attempt("read the parent's environment", () => fs.readFileSync("/proc/" + parent + "/environ"));
attempt("open the parent's memory", () => fs.openSync("/proc/" + parent + "/mem", "r"));
attempt("signal the parent", () => process.kill(Number(parent), 0));
attempt("become root", () => { process.setuid(0); });
attempt("raise its priority", () => {
	const os = require("node:os");
	// Its parent lowers it once it is there.
	for (let i = 0; i < 300 && os.getPriority(0) === 0; i++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
	os.setPriority(0, 0);
});
attempt("start a process", () => {
	const { error } = require("node:child_process").spawnSync(process.execPath, ["--version"], { stdio: "inherit" });
	if (error) throw error;
});
attempt("write a file", () => { process.on("SIGXFSZ", () => {}); fs.writeFileSync(outside, "mine"); });
attempt("open 40 files", () => {
	const opened = [];
	try { for (let i = 0; i < 40; i++) opened.push(fs.openSync(process.execPath)); }
	finally { for (const file of opened) fs.closeSync(file); }
});
const tell = (name, end) => fs.writeSync(3, JSON.stringify([name, end]) + "\\n");
const net = require("node:net");
net.connect(Number(port), "127.0.0.1")
	.on("connect", () => { tell("connect to us", "done"); process.exit(); })
	.on("error", (error) => { tell("connect to us", error.code); process.exit(); });
`;
