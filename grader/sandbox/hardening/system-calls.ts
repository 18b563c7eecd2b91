/**
 * The system calls a child may make: what Node, V8, isolated-vm, the C libraries and the shell that sets the limits were
 * seen to use, and their equivalents in another C library. Numbers are the kernel's, for x86-64 and for arm64; null where
 * the processor has no such call.
 */

/** A call is allowed when, for one of these, `(argument & mask) === value`; only the lower 32 bits of an argument count. */
export interface Condition {
	argument: number;
	mask: number;
	value: number;
}

export interface AllowedCall {
	name: string;
	x64: number | null;
	arm64: number | null;
	/** Without it, any arguments will do. */
	when?: readonly Condition[];
}

const exactly = (argument: number, values: readonly number[]): Condition[] =>
	values.map((value) => ({ argument, mask: 0xffff_ffff, value }));

const protExec = 4;
const mapAnonymous = 0x20;
/** Write access, O_CREAT, O_TRUNC. */
const openForWriting = 0x243;
const cloneThread = 0x1_0000;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const cloneNamespaces = 0x7e02_0000;
const sigAbrt = 6;

/** Never both executable and made of memory: no machine code can be written at run time. */
const noFreshCode: readonly Condition[] = [
	{ argument: 2, mask: protExec, value: 0 },
	{ argument: 3, mask: mapAnonymous, value: 0 },
];
const notExecutable: readonly Condition[] = [
	{ argument: 2, mask: protExec, value: 0 },
];
const readOnly = (argument: number): Condition[] => [
	{ argument, mask: openForWriting, value: 0 },
];

const call = (
	name: string,
	x64: number | null,
	arm64: number | null,
	when?: readonly Condition[],
): AllowedCall => ({ name, x64, arm64, ...(when ? { when } : {}) });

const files = [
	call("read", 0, 63),
	call("write", 1, 64),
	call("close", 3, 57),
	call("stat", 4, null),
	call("fstat", 5, 80),
	call("lstat", 6, null),
	call("lseek", 8, 62),
	call("pread64", 17, 67),
	call("readv", 19, 65),
	call("writev", 20, 66),
	call("access", 21, null),
	call("getcwd", 79, 17),
	call("readlink", 89, null),
	call("newfstatat", 262, 79),
	call("readlinkat", 267, 78),
	call("faccessat", 269, 48),
	call("statx", 332, 291),
	call("faccessat2", 439, 439),
	call("open", 2, null, readOnly(1)),
	call("openat", 257, 56, readOnly(2)),
	// F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC: nothing that sends signals.
	call("fcntl", 72, 25, exactly(1, [0, 1, 2, 3, 4, 1030])),
	// TCGETS, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX: a child's descriptors are pipes.
	call("ioctl", 16, 29, exactly(1, [0x5401, 0x541b, 0x5421, 0x5450, 0x5451])),
	// What kind a descriptor is that it already has; no call makes a socket.
	call("getsockname", 51, 204),
	call("getsockopt", 55, 209),
];

const events = [
	call("poll", 7, null),
	call("ppoll", 271, 73),
	call("epoll_wait", 232, null),
	call("epoll_ctl", 233, 21),
	call("epoll_pwait", 281, 22),
	call("epoll_create1", 291, 20),
	call("epoll_pwait2", 441, 441),
	call("eventfd2", 290, 19),
	call("pipe2", 293, 59),
	call("dup2", 33, null),
	call("dup3", 292, 24),
];

const memory = [
	call("munmap", 11, 215),
	call("brk", 12, 214),
	call("mremap", 25, 216),
	call("madvise", 28, 233),
	call("membarrier", 324, 283),
];

const processes = [
	call("rt_sigaction", 13, 134),
	call("rt_sigprocmask", 14, 135),
	call("rt_sigreturn", 15, 139),
	call("sigaltstack", 131, 132),
	call("sched_yield", 24, 124),
	call("sched_getparam", 143, 121),
	call("sched_getscheduler", 145, 120),
	call("sched_getaffinity", 204, 123),
	call("getpid", 39, 172),
	call("gettid", 186, 178),
	call("getppid", 110, 173),
	call("getuid", 102, 174),
	call("getgid", 104, 176),
	call("geteuid", 107, 175),
	call("getegid", 108, 177),
	call("capget", 125, 90),
	call("uname", 63, 160),
	call("sysinfo", 99, 179),
	call("getrlimit", 97, 163),
	call("prlimit64", 302, 261),
	call("getrusage", 98, 165),
	call("arch_prctl", 158, null),
	call("set_tid_address", 218, 96),
	call("set_robust_list", 273, 99),
	call("rseq", 334, 293),
	call("futex", 202, 98),
	call("restart_syscall", 219, 128),
	call("exit", 60, 93),
	call("exit_group", 231, 94),
	// The shell becomes Node by it. There is nothing else to become, and no privilege to gain.
	call("execve", 59, 221),
	// Threads only; fork, vfork and namespaces are refused.
	call("clone", 56, 220, [
		{
			argument: 0,
			mask: cloneThread | cloneNamespaces,
			value: cloneThread,
		},
	]),
	// Only what abort() sends.
	call("tgkill", 234, 131, exactly(2, [sigAbrt])),
	// PR_SET_NAME, PR_SET_VMA: PR_SET_PDEATHSIG would let it outlive us.
	call("prctl", 157, 167, exactly(0, [15, 0x53_56_4d_41])),
];

const clocks = [
	call("nanosleep", 35, 101),
	call("gettimeofday", 96, 169),
	call("time", 201, null),
	call("clock_gettime", 228, 113),
	call("clock_getres", 229, 114),
	call("clock_nanosleep", 230, 115),
	call("getrandom", 318, 278),
];

/** The allow-list. @param isJitless false when V8 must be able to write machine code */
export function allowedCalls(isJitless: boolean): readonly AllowedCall[] {
	return [
		...files,
		...events,
		...memory,
		...processes,
		...clocks,
		call("mmap", 9, 222, isJitless ? noFreshCode : undefined),
		// On arm64 the loader itself marks code pages by it (branch target identification).
		call("mprotect", 10, null, isJitless ? notExecutable : undefined),
		call("mprotect", null, 226),
		...(isJitless
			? []
			: [
					call("pkey_mprotect", 329, 288),
					call("pkey_alloc", 330, 289),
					call("pkey_free", 331, 290),
				]),
	];
}

/** Refused as if the kernel did not have it: the C libraries then use `clone`, whose flags a filter can read. */
export const clone3 = 435;
/** Numbers above are newer than this list; libraries that try them fall back when the kernel does not know them. */
export const newestKnownCall = 462;
