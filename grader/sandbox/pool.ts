/** Warm children of one kind, as many as may work at once; each is used again only after a clean job. */
import { SandboxChild } from "./child-process.ts";
import { type ChildProgram, getChildProgram } from "./child-program.ts";

/** Native memory creeps up by about a KiB an isolate: a child is replaced after this many jobs. */
const maxJobsPerChild = 500;

type Work<Result> = (
	child: SandboxChild,
) => Promise<{ result: Result; isClean: boolean }>;

export class SandboxPool {
	readonly #size: number;
	readonly #idle: SandboxChild[] = [];
	readonly #waiting: (() => void)[] = [];
	readonly #all = new Set<SandboxChild>();
	#inUse = 0;
	/** Set while somebody runs alone; nobody else gets a turn. */
	#isReserved = false;
	#isClosed = false;
	#program: ChildProgram | null = null;

	/** @param size children that work at the same time */
	constructor(size: number) {
		if (!(Number.isInteger(size) && size > 0))
			throw new RangeError(
				`expected a pool of at least one child; got ${size}`,
			);
		this.#size = size;
	}

	/** Starts the first children ahead of the first job. */
	async warm(): Promise<void> {
		this.#program ??= await getChildProgram();
		while (!this.#isClosed && this.#idle.length + this.#inUse < this.#size)
			this.#idle.push(this.#start());
		await Promise.all(this.#idle.map((child) => child.ready));
	}

	/**
	 * Lends a child to `work` and takes it back; a child is only used again when `work` says it ended cleanly.
	 * @throws Error when the pool is closed
	 */
	async lend<Result>(work: Work<Result>): Promise<Result> {
		await this.#waitUntil(() => {
			if (this.#isReserved || this.#inUse >= this.#size) return false;
			this.#inUse++;
			return true;
		});
		return this.#lendNow(work);
	}

	/**
	 * Like `lend`, with no other child of this pool at work meanwhile: for a job whose children keep dying for no reason
	 * of its own, perhaps for want of memory.
	 * @throws Error when the pool is closed
	 */
	async lendAlone<Result>(work: Work<Result>): Promise<Result> {
		await this.#waitUntil(() => {
			if (this.#isReserved) return false;
			this.#isReserved = true;
			return true;
		});
		try {
			await this.#waitUntil(() => {
				if (this.#inUse > 0) return false;
				this.#inUse++;
				return true;
			});
			return await this.#lendNow(work);
		} finally {
			this.#isReserved = false;
			this.#wakeAll();
		}
	}

	async #lendNow<Result>(work: Work<Result>): Promise<Result> {
		let child: SandboxChild | null = null;
		let isReusable = false;
		try {
			this.#program ??= await getChildProgram();
			child = this.#takeIdle() ?? this.#start();
			const { result, isClean } = await work(child);
			isReusable =
				isClean &&
				!child.isDead &&
				!child.isTired &&
				child.jobsDone < maxJobsPerChild;
			return result;
		} finally {
			this.#inUse--;
			if (child) this.#giveBack(child, isReusable);
			this.#wakeAll();
		}
	}

	/** Kills every child; jobs under way end as died. */
	async close(): Promise<void> {
		this.#isClosed = true;
		this.#wakeAll();
		const children = [...this.#all];
		for (const child of children) child.kill();
		await Promise.all(children.map((child) => child.exited));
	}

	/** Process ids of the living children. */
	get pids(): number[] {
		return [...this.#all].flatMap((child) => child.pid ?? []);
	}

	/** @param claim takes what is waited for in the same breath as it finds it free; anything later would be too late */
	async #waitUntil(claim: () => boolean): Promise<void> {
		for (;;) {
			if (this.#isClosed) throw new Error("the sandbox is closed");
			if (claim()) return;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
	}

	/** Everybody looks whether it is their turn now, in the order in which they came. */
	#wakeAll(): void {
		for (const wake of this.#waiting.splice(0)) wake();
	}

	#takeIdle(): SandboxChild | null {
		for (let child = this.#idle.pop(); child; child = this.#idle.pop())
			if (!child.isDead) return child;
		return null;
	}

	#giveBack(child: SandboxChild, isReusable: boolean): void {
		if (isReusable && !this.#isClosed) {
			this.#idle.push(child);
			return;
		}
		child.kill();
		// The next job should not have to wait for a start.
		if (!this.#isClosed && this.#idle.length + this.#inUse < this.#size)
			this.#idle.push(this.#start());
	}

	#start(): SandboxChild {
		if (this.#isClosed) throw new Error("the sandbox is closed");
		if (!this.#program) throw new Error("the child's program is not built yet");
		const child = new SandboxChild(this.#program);
		this.#all.add(child);
		void child.exited.then(() => this.#all.delete(child));
		return child;
	}
}
