/** The filter, run by a small machine of our own that understands the same instructions as the kernel's. */
import { describe, expect, it } from "vitest";
import {
	makeSeccompFilter,
	verdicts,
} from "../../../../grader/sandbox/hardening/seccomp.ts";
import { allowedCalls } from "../../../../grader/sandbox/hardening/system-calls.ts";

const auditArchitecture = {
	x64: 0xc000003e,
	arm64: 0xc00000b7,
	i386: 0x40000003,
};
type Architecture = "x64" | "arm64";

/** What the kernel would do with a call. */
function decide(
	filter: Buffer,
	architecture: number,
	number: number,
	args: readonly number[] = [],
): number {
	const data = Buffer.alloc(64);
	data.writeUInt32LE(number >>> 0, 0);
	data.writeUInt32LE(architecture, 4);
	args.forEach((value, index) => {
		data.writeBigUInt64LE(BigInt(value), 16 + 8 * index);
	});
	let accumulator = 0;
	for (let at = 0; at < filter.length / 8; at++) {
		const code = filter.readUInt16LE(at * 8);
		const ifTrue = filter.readUInt8(at * 8 + 2);
		const ifFalse = filter.readUInt8(at * 8 + 3);
		const k = filter.readUInt32LE(at * 8 + 4);
		const jump = (isTrue: boolean) => {
			at += isTrue ? ifTrue : ifFalse;
		};
		if (code === 0x20) accumulator = data.readUInt32LE(k);
		else if (code === 0x54) accumulator = (accumulator & k) >>> 0;
		else if (code === 0x15) jump(accumulator === k);
		else if (code === 0x25) jump(accumulator > k);
		else if (code === 0x35) jump(accumulator >= k);
		else if (code === 0x06) return k;
		else throw new Error(`no such instruction: ${code}`);
	}
	throw new Error("the filter ran past its end");
}

function filterOf(architecture: Architecture, isJitless = true): Buffer {
	const filter = makeSeccompFilter(architecture, isJitless);
	if (!filter) throw new Error("expected a filter");
	return filter;
}

const { allow, killProcess, notPermitted, notImplemented } = verdicts;
const ask = (
	architecture: Architecture,
	number: number,
	args: readonly number[] = [],
	isJitless = true,
) =>
	decide(
		filterOf(architecture, isJitless),
		auditArchitecture[architecture],
		number,
		args,
	);

describe.each<Architecture>(["x64", "arm64"])(
	"the filter for %s",
	(architecture) => {
		it("allows every call of the list that has no condition", () => {
			for (const call of allowedCalls(true)) {
				const number = call[architecture];
				if (number === null || call.when) continue;
				expect([call.name, ask(architecture, number)]).toEqual([
					call.name,
					allow,
				]);
			}
		});

		it("allows no number that is not in the list", () => {
			const listed = new Set(
				allowedCalls(true).map((call) => call[architecture]),
			);
			for (let number = 0; number < 600; number++) {
				if (listed.has(number)) continue;
				const expected =
					number === 435 || number > 462 ? notImplemented : notPermitted;
				expect([number, ask(architecture, number)]).toEqual([number, expected]);
			}
		});

		it("fits what the kernel takes: at most 4096 instructions, each jump inside", () => {
			expect(filterOf(architecture).length / 8).toBeLessThan(256);
		});

		it("kills a call made in another processor mode", () => {
			const filter = filterOf(architecture);
			expect(decide(filter, auditArchitecture.i386, 1)).toBe(killProcess);
		});
	},
);

const prot = { read: 1, write: 2, exec: 4 };
const anonymous = 0x22; // MAP_PRIVATE | MAP_ANONYMOUS
const ofFile = 0x02; // MAP_PRIVATE
const threadFlags = 0x3d0f00; // what pthread_create asks for
const newUser = 0x1000_0000;

it.each<[string, number, number[], number]>([
	["a thread", 56, [threadFlags], allow],
	["a process by clone", 56, [17], notPermitted],
	["a thread with a user namespace", 56, [threadFlags | newUser], notPermitted],
	["fork", 57, [], notPermitted],
	["vfork", 58, [], notPermitted],
	["clone3", 435, [], notImplemented],
	["unshare", 272, [newUser], notPermitted],
	["socket", 41, [2, 1, 0], notPermitted],
	["socketpair", 53, [1, 1, 0], notPermitted],
	["connect", 42, [], notPermitted],
	["sendmsg, which passes descriptors", 46, [], notPermitted],
	["recvmsg", 47, [], notPermitted],
	["ptrace", 101, [], notPermitted],
	["kill", 62, [1, 9], notPermitted],
	["abort's signal to itself", 234, [1, 1, 6], allow],
	["another signal to a thread", 234, [1, 1, 9], notPermitted],
	["mount", 165, [], notPermitted],
	["bpf", 321, [], notPermitted],
	["perf_event_open", 298, [], notPermitted],
	["io_uring_setup", 425, [], notPermitted],
	["userfaultfd", 323, [], notPermitted],
	["memfd_create", 319, [], notPermitted],
	["keyctl", 250, [], notPermitted],
	["setuid", 105, [0], notPermitted],
	["open for reading", 257, [0, 0, 0], allow],
	["open for writing", 257, [0, 0, 1], notPermitted],
	["open, making a file", 257, [0, 0, 0x40], notPermitted],
	["ordinary memory", 9, [0, 4096, prot.read | prot.write, anonymous], allow],
	["a library's code", 9, [0, 4096, prot.read | prot.exec, ofFile], allow],
	["fresh executable memory", 9, [0, 4096, prot.exec, anonymous], notPermitted],
	[
		"memory made executable",
		10,
		[0, 4096, prot.read | prot.exec],
		notPermitted,
	],
	["memory made writable", 10, [0, 4096, prot.read | prot.write], allow],
	["a thread's name", 157, [15], allow],
	["outliving the parent (PR_SET_PDEATHSIG)", 157, [1], notPermitted],
	["descriptor flags", 72, [0, 4], allow],
	["signals by a descriptor (F_SETOWN)", 72, [0, 8], notPermitted],
	["non-blocking mode", 16, [0, 0x5421], allow],
	["typing into a terminal (TIOCSTI)", 16, [0, 0x5412], notPermitted],
	["x32's write", 0x4000_0001, [], killProcess],
])("on x86-64 decides about %s", (_what, number, args, expected) => {
	expect(ask("x64", number, args)).toBe(expected);
});

it("lets V8 write machine code only where its compilers are on", () => {
	const fresh = [0, 4096, prot.read | prot.exec, anonymous];
	expect(ask("x64", 9, fresh, false)).toBe(allow);
	expect(ask("x64", 10, fresh, false)).toBe(allow);
});

it("has none for a processor whose calls it does not list", () => {
	expect(makeSeccompFilter("riscv64", true)).toBeNull();
});
