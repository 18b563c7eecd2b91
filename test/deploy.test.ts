/** What the files for deployment name exists, and agrees with the rest. (No container or service is started here.) */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const project = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(project, file), "utf8");
/** Instructions with their continued lines joined, comments left out. */
const instructions = read("Dockerfile")
	.replace(/^#.*\n/gm, "")
	.replaceAll("\\\n", " ")
	.split("\n")
	.filter((line) => line.trim() !== "")
	.map((line) => {
		const [, name = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
		return { name, rest: rest.replace(/\s+/g, " ") };
	});
const all = (name: string) =>
	instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const manifest = JSON.parse(read("package.json"));

test("the image's Node is the one in package.json, at every stage, by its full version", () => {
	const bases = all("FROM").map((rest) => rest.split(" ")[0] ?? "");
	const stages = all("FROM").flatMap((rest) => rest.split(" AS ")[1] ?? []);
	for (const base of bases.filter((name) => !stages.includes(name)))
		expect(base).toBe(`node:${manifest.dependencies.node}-bookworm-slim`);
});

test("everything the image copies exists in the installation, and passes .dockerignore", () => {
	const allowed = read(".dockerignore")
		.split("\n")
		.flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
	const made = ["node_modules"];
	for (const rest of all("COPY")) {
		const sources = rest
			.replace(/^--from=[\w-]+ /, "")
			.split(" ")
			.slice(0, -1);
		for (const source of sources) {
			if (source === ".") continue;
			const name = source.replace(/^\/app\//, "");
			const [top = ""] = name.split("/");
			if (made.includes(top)) continue;
			expect(existsSync(join(project, name)), name).toBe(true);
			expect(allowed, name).toContain(top);
		}
	}
	// What decides whether the pages are built anew must reach the image whole.
	for (const room of ["web", "exercises", "grader", "reference", "db"])
		expect(all("COPY")).toContain(`--from=build /app/${room} ./${room}`);
	expect(allowed).not.toContain("data");
});

test("the image runs as nobody special, starts what exists, and is asked whether it can grade", () => {
	expect(all("USER").at(-1)).toBe("node");
	expect(all("VOLUME")).toEqual(['["/data"]']);
	const [entry = ""] = all("ENTRYPOINT");
	const parts: string[] = JSON.parse(entry);
	expect(existsSync(join(project, parts.at(-1) ?? ""))).toBe(true);
	expect(all("CMD")).toEqual(['["serve"]']);
	const check = /CMD (\[.*\])$/.exec(all("HEALTHCHECK")[0] ?? "")?.[1] ?? "[]";
	const [program, file] = JSON.parse(check) as string[];
	expect(program).toBe("node");
	expect(existsSync(join(project, file ?? ""))).toBe(true);
	for (const script of all("RUN")
		.join(" ")
		.match(/npm run (\w+)/g) ?? [])
		expect(manifest.scripts).toHaveProperty(script.replace("npm run ", ""));
});

test("what the image needs at run time is no development dependency", () => {
	for (const name of ["next", "esbuild", "isolated-vm", "better-sqlite3"])
		expect(manifest.dependencies).toHaveProperty(name);
	const imported = ["db", "grader", "exercises", "web"].flatMap((room) =>
		readdirSync(join(project, room), { recursive: true, encoding: "utf8" })
			.filter(
				(name) =>
					/\.tsx?$/.test(name) &&
					!/^\.next|public|node_modules|drizzle\.config|\.d\.ts$/.test(name),
			)
			.flatMap((name) =>
				[
					...readFileSync(join(project, room, name), "utf8").matchAll(
						/^(?:import|\} from)[^;]*?"((?:@[\w-]+\/)?[\w-]+)[^"]*";?$/gm,
					),
				].map((match) => match[1] ?? ""),
			),
	);
	for (const name of new Set(imported))
		if (name in manifest.devDependencies)
			// Types only.
			expect(["hast"]).toContain(name.replace("@types/", ""));
});

test("the service starts a program that exists, on the data folder it is given", () => {
	const unit = read("deploy/chainrule.service");
	const value = (key: string) =>
		new RegExp(`^${key}=(.*)$`, "m").exec(unit)?.[1] ?? "";
	const [node = "", main = "", command] = value("ExecStart").split(" ");
	const installed = value("WorkingDirectory");
	expect(existsSync(node.replace(installed, project))).toBe(true);
	expect(existsSync(join(project, main))).toBe(true);
	expect(command).toBe("serve");
	expect(unit).toContain(`CHAINRULE_DATA=/var/lib/${value("StateDirectory")}`);
	// The sandbox's own namespaces must stay possible.
	for (const kind of ["user", "pid", "net", "ipc", "mnt", "uts"])
		expect(value("RestrictNamespaces").split(" ")).toContain(kind);
	expect(unit).not.toMatch(/^Private(Users|Network)=yes/m);
	expect(unit).not.toMatch(/^ProtectKernel(Tunables|Logs)=yes/m);
	expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m);
});

test("compose asks for the address that students see, and listens on this machine alone", () => {
	const compose = read("compose.yaml");
	expect(compose).toMatch(/CHAINRULE_URL: \$\{CHAINRULE_URL:\?/);
	expect(compose).toContain('- "127.0.0.1:3000:3000"');
	expect(compose).toContain("read_only: true");
	for (const port of all("EXPOSE")) expect(compose).toContain(`:${port}"`);
});

const isReady = (port: number) =>
	new Promise<{ code: number | null; out: string }>((done) => {
		const child = spawn(
			process.execPath,
			[join(project, "deploy/is-ready.ts")],
			{
				env: { ...process.env, PORT: String(port) },
			},
		);
		let out = "";
		child.stdout.on("data", (text: Buffer) => {
			out += text;
		});
		child.once("close", (code) => done({ code, out }));
	});

test("the health check tells ready, not ready and nobody there apart", async () => {
	let status = 200;
	const server = createServer((_, response) => {
		response.writeHead(status).end("a reason");
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	const port = typeof address === "object" ? (address?.port ?? 0) : 0;
	expect(await isReady(port)).toEqual({ code: 0, out: "a reason\n" });
	status = 503;
	expect(await isReady(port)).toEqual({ code: 1, out: "a reason\n" });
	await new Promise((done) => server.close(done));
	const gone = await isReady(port);
	expect(gone.code).toBe(1);
	expect(gone.out).toContain(`nobody answers on port ${port}`);
});
