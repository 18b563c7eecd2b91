type Row = Record<"x"|"a"|"b"|"c"|"deltaC"|"deltaB"|"deltaA"|"deltaX", number>;
const play = (x: number, y: number): Row => {
  const a = x ** 2, b = 2 * Math.log(Math.abs(x)), root = Math.sqrt(b);
  const miss = root - y;
  const db = 2 * root * miss, da = a * db;
  return { x, a, b, c: root, deltaC: miss, deltaB: db, deltaA: da, deltaX: 0.5 * da / x };
};
export const update = (p: number, d: number) => -d + p;
function go(x: number, y: number, e: number, left: number, sofar: Row[]): any {
  const r = play(x, y); const rows = [...sofar, r];
  if (Math.abs(r.deltaC) < e) return { x, c: r.c, rounds: rows.length, converged: true, trace: rows };
  const n = update(x, r.deltaX);
  return left === 1 ? { x: n, c: r.c, rounds: rows.length, converged: false, trace: rows } : go(n, y, e, left - 1, rows);
}
export const solve = (x: number, y: number, e: number, m: number) => go(x, y, e, m, []);
