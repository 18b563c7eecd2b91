/** Warm children of one kind, as many as may work at once; each is used again only after a clean job. */
import { SandboxChild } from "./child-process.ts";
import { type ChildProgram, getChildProgram } from "./child-program.ts";

/** Native memory creeps up by about a KiB an isolate: a child is replaced after this many jobs. */
const maxJobsPerChild = 500;

export class SandboxPool {
	readonly #size: number;
	readonly #idle: SandboxChild[] = [];
	readonly #waiting: (() => void)[] = [];
	readonly #all = new Set<SandboxChild>();
	#inUse = 0;
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
	async lend<Result>(
		work: (
			child: SandboxChild,
		) => Promise<{ result: Result; isClean: boolean }>,
	): Promise<Result> {
		await this.#waitForTurn();
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
			this.#waiting.shift()?.();
		}
	}

	/** Kills every child; jobs under way end as died. */
	async close(): Promise<void> {
		this.#isClosed = true;
		for (const wake of this.#waiting.splice(0)) wake();
		const children = [...this.#all];
		for (const child of children) child.kill();
		await Promise.all(children.map((child) => child.exited));
	}

	/** Process ids of the living children. */
	get pids(): number[] {
		return [...this.#all].flatMap((child) => child.pid ?? []);
	}

	async #waitForTurn(): Promise<void> {
		while (!this.#isClosed && this.#inUse >= this.#size) {
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
		if (this.#isClosed) throw new Error("the sandbox is closed");
		this.#inUse++;
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
