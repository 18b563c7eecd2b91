const plain: number = 1;
let later: string | undefined;
const tuple: [number, string?, ...boolean[]] = [2, "b", true];
const fn: (x: number) => Map<string, number[]> = (x) => new Map([["x", [x]]]);
const ctor: new (x: number) => Date = Date;
const keyed: { [key: string]: number; readonly fixed: 3 } = { fixed: 3, other: 4 };
type Mapped<T> = { readonly [K in keyof T]?: T[K] extends infer U ? U : never };
const mapped: Mapped<{ a: number }> = { a: 1 };
const templated: `x${string}` = "xy";
const conditional = plain > 0 ? (plain as number) : 0;
const arrowInConditional = plain > 0 ? (x: number): number => x + 1 : undefined;
var definite!: number;
definite = 5;
for (const [key, value] of Object.entries(keyed) as [string, number][]) later = `${later ?? ""}${key}${value}`;
const { a: renamed, ...rest }: Mapped<{ a: number; b?: number }> & { b?: number } = { a: 9, b: 8 };
try {
	throw new RangeError("caught");
} catch (error: unknown) {
	later += (error as Error).message;
}
export const results = [plain, later, tuple, [...fn(3)], typeof ctor, keyed, mapped, templated, conditional, arrowInConditional?.(1), definite, renamed, rest];
