type Row = Record<"x"|"a"|"b"|"c"|"deltaC"|"deltaB"|"deltaA"|"deltaX", number>;
const play = (x: number, y: number): Row => {
  const a = x ** 2, b = 2 * Math.log(Math.abs(x)), root = Math.sqrt(b);
  const miss = root - y;
  const db = 2 * root * miss, da = a * db;
  return { x, a, b, c: root, deltaC: miss, deltaB: db, deltaA: da, deltaX: 0.5 * da / x };
};
export const update = (p: number, d: number) => { if (p - d >= 1) return p - d; return 1.1; };
export function solve(x: number, y: number, error: number, maxRounds: number) {
  const rows: Row[] = [];
  for (let k = 0; k <= maxRounds; k += 1) {
    const r = play(x, y);
    rows.push(r);
    if (Math.abs(r.deltaC) < error) return { trace: rows, converged: true, x, c: r.c, rounds: k + 1 };
    x = update(x, r.deltaX);
  }
  return { trace: rows, converged: false, x, c: rows[rows.length - 1]!.c, rounds: rows.length };
}
