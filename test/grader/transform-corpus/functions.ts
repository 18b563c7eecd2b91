function optional(a: number, b?: number, c: number = 3, ...more: number[]): number[] {
	return [a, b ?? -1, c, ...more];
}
function commented(a /* ? */?: number /* ) */, /* , */ b? /* : */ : string): unknown[] {
	return [a, b];
}
function destructured({ x, y = 2 }: { x: number; y?: number } = { x: 1 }, [first]: readonly number[] = [7]): number[] {
	return [x, y, first as number];
}
function withThis(this: { n: number }, x: number): number {
	return this.n + x;
}
function onlyThis(this: { n: number }): number {
	return this.n;
}
function trailing(this: { n: number },): number {
	return this.n;
}
const object = {
	n: 10,
	method(this: { n: number }, x: number): number {
		return this.n * x;
	},
	get half(): number {
		return this.n / 2;
	},
	set half(value: number) {
		this.n = value * 2;
	},
	async later<T>(value: T): Promise<T> {
		return value;
	},
	*walk(): Generator<number, void, unknown> {
		yield this.n as number;
	},
	[`computed${1}`]<T>(value: T): T {
		return value;
	},
};
function overloaded(x: number): number;
function overloaded(x: string): string;
function overloaded(x: number | string): number | string {
	return x;
}
function isNumber(x: unknown): x is number {
	return typeof x === "number";
}
function assertNumber(x: unknown): asserts x is number {
	if (!isNumber(x)) throw new TypeError("no number");
}
function generic<const T extends readonly unknown[], U = T>(x: T, y?: U): [T, U | undefined] {
	return [x, y];
}
async function waits(): Promise<number> {
	for await (const x of [1, 2] as number[]) if (x > 1) return x;
	return 0;
}
function* counts(): Generator<number> {
	let i = 0;
	while (i < 3) yield i++ as number;
	yield* [9 as number];
}
assertNumber(1);
object.half = 4;
export const results = [
	optional(1), optional(1, 2, 4, 5, 6), commented(1, "b"), destructured(), destructured({ x: 3 }, [4]),
	withThis.call({ n: 1 }, 2), onlyThis.call({ n: 3 }), trailing.call({ n: 4 }), object.method(2), object.half,
	[...object.walk()], object.computed1(5), overloaded("x"), generic([1], 2), [...counts()], typeof waits(), onlyThis.length, optional.name,
];
