/**
 * Writes the seccomp filter as a program of the kernel's classic BPF machine.
 *
 * It is an allow-list: the kernel has some 360 system calls, a child needs about 75, and each of the others is code of the
 * kernel that an attacker could reach. A call that is not listed fails with EPERM instead of killing: a library that tries
 * something new and falls back must not turn an honest run into a death. A call made in another processor mode, which would
 * give the numbers other meanings, kills.
 */
import { constants } from "node:os";
import {
	type AllowedCall,
	allowedCalls,
	clone3,
	newestKnownCall,
} from "./system-calls.ts";

/** AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64. */
const architectures = { x64: 0xc000_003e, arm64: 0xc000_00b7 } as const;
/** Calls of x86-64's x32 mode have this bit. */
const x32Bit = 0x4000_0000;

// struct seccomp_data: int nr; u32 arch; u64 instruction_pointer; u64 args[6].
const numberOffset = 0;
const architectureOffset = 4;
const argumentOffset = (index: number) => 16 + 8 * index; // little-endian: the lower half comes first

const load = 0x20; // BPF_LD | BPF_W | BPF_ABS
const and = 0x54; // BPF_ALU | BPF_AND | BPF_K
const jumpIfEqual = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
const jumpIfAtLeast = 0x35; // BPF_JMP | BPF_JGE | BPF_K
const jumpIfMore = 0x25; // BPF_JMP | BPF_JGT | BPF_K
const give = 0x06; // BPF_RET | BPF_K

export const verdicts = {
	allow: 0x7fff_0000,
	killProcess: 0x8000_0000,
	notPermitted: 0x0005_0000 | constants.errno.EPERM,
	notImplemented: 0x0005_0000 | constants.errno.ENOSYS,
} as const;

interface Instruction {
	code: number;
	ifTrue: number;
	ifFalse: number;
	k: number;
}

const step = (
	code: number,
	k: number,
	ifTrue = 0,
	ifFalse = 0,
): Instruction => ({
	code,
	ifTrue,
	ifFalse,
	k,
});

/**
 * @param architecture as `process.arch` names it
 * @returns the program as the kernel takes it; null for a processor whose calls we do not list
 */
export function makeSeccompFilter(
	architecture: string,
	isJitless: boolean,
): Buffer | null {
	if (architecture !== "x64" && architecture !== "arm64") return null;
	const calls = allowedCalls(isJitless).filter(
		(call) => call[architecture] !== null,
	);
	const always = calls.filter(({ when }) => when === undefined);
	const program = [
		step(load, architectureOffset),
		step(jumpIfEqual, architectures[architecture], 1, 0),
		step(give, verdicts.killProcess),
		step(load, numberOffset),
		...(architecture === "x64"
			? [step(jumpIfAtLeast, x32Bit, 0, 1), step(give, verdicts.killProcess)]
			: []),
		step(jumpIfEqual, clone3, 0, 1),
		step(give, verdicts.notImplemented),
		...calls.flatMap((call) => conditional(call, architecture)),
		// A match jumps over the others and over the two refusals.
		...always.map((call, index) =>
			step(jumpIfEqual, call[architecture] ?? 0, always.length - index + 2, 0),
		),
		step(jumpIfMore, newestKnownCall, 1, 0),
		step(give, verdicts.notPermitted),
		step(give, verdicts.notImplemented),
		step(give, verdicts.allow),
	];
	return encode(program);
}

/** A call that depends on its arguments; other calls pass over it with their number still loaded. */
function conditional(
	call: AllowedCall,
	architecture: "x64" | "arm64",
): Instruction[] {
	if (call.when === undefined) return [];
	const body = call.when.flatMap(({ argument, mask, value }) => [
		step(load, argumentOffset(argument)),
		step(and, mask),
		step(jumpIfEqual, value, 0, 1),
		step(give, verdicts.allow),
	]);
	return [
		step(jumpIfEqual, call[architecture] ?? 0, 0, body.length + 1),
		...body,
		step(give, verdicts.notPermitted),
	];
}

/** struct sock_filter: u16 code; u8 jt; u8 jf; u32 k. */
function encode(program: readonly Instruction[]): Buffer {
	const bytes = Buffer.alloc(program.length * 8);
	program.forEach(({ code, ifTrue, ifFalse, k }, index) => {
		const at = index * 8;
		bytes.writeUInt16LE(code, at);
		bytes.writeUInt8(ifTrue, at + 2);
		bytes.writeUInt8(ifFalse, at + 3);
		bytes.writeUInt32LE(k >>> 0, at + 4);
	});
	return bytes;
}
