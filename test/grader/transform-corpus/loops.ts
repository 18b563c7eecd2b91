let n: number = 0;
for (let i: number = 0; i < 3; i++) n += i;
for (const key in { a: 1, b: 2 } as Record<string, number>) n += key.length;
for (const x of [1, 2, 3] as const) { if (x === 2) continue; n += x; }
for (;;) if (n++ > 20) break;
while (n < 30) n++;
do { n++; } while (n < 40);
do n++; while (n < 50);
outer: for (const a of [1, 2]) for (const b of [1, 2]) { if (b === 2) continue outer; n += a * b; }
block: { n++; if (n > 0) break block; n = -1; }
for (let i = 0, j = 9; i < j; i++, j--);
for (let i = 0 as number, last: number = 2 as number; i < last; i++) n += i;
for (let i = 0, seen = new Set<number>, k: number; i < 2; i++) seen.add(k = i);
for (let at!: number; at !== 1; at = 1) n++;
const closures: (() => number)[] = [];
for (let i = 0; i < 3; i++) closures.push(() => i);
const squares = Array.from({ length: 3 }, (_, i: number) => i ** 2);
const sorted = [3, 1, 2].sort((a: number, b: number) => a - b);
const memo = new Map<number, number>();
const fib = (k: number): number => k < 2 ? k : memo.get(k) ?? (memo.set(k, fib(k - 1) + fib(k - 2)), memo.get(k)!);
export const results = [n, closures.map((c) => c()), squares, sorted, fib(20)];
