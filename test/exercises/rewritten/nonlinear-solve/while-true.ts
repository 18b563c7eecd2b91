type Row = Record<"x"|"a"|"b"|"c"|"deltaC"|"deltaB"|"deltaA"|"deltaX", number>;
const play = (x: number, y: number): Row => {
  const a = x ** 2, b = 2 * Math.log(Math.abs(x)), root = Math.sqrt(b);
  const miss = root - y;
  const db = 2 * root * miss, da = a * db;
  return { x, a, b, c: root, deltaC: miss, deltaB: db, deltaA: da, deltaX: 0.5 * da / x };
};
export const update = (p: number, d: number) => (p - d >= 1 ? p - d : 1.1);
export function solve(x: number, y: number, error: number, maxRounds: number) {
  const trace: Row[] = []; let r: Row;
  do { r = play(x, y); trace.push(r); if (Math.abs(r.deltaC) >= error) x = update(x, r.deltaX); } while (Math.abs(r.deltaC) >= error);
  return { x, c: r.c, rounds: trace.length, converged: true, trace };
}
