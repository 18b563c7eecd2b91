type Row = Record<"x"|"a"|"b"|"c"|"deltaC"|"deltaB"|"deltaA"|"deltaX", number>;
const floor = 11 / 10;
export function update(now: number, by: number) { return now - by > floor ? now - by : floor; }
export function solve(start: number, goal: number, bound: number, most: number) {
  const trace: Row[] = [];
  let x = start, last!: Row, good = false;
  do {
    if (trace.length > 0) x = update(x, last.deltaX);
    const a = x * x, b = Math.log(a), c = b ** 0.5, deltaC = c - goal;
    last = { x, a, b, c, deltaC, deltaB: 2 * c * deltaC, deltaA: 2 * a * c * deltaC, deltaX: x * c * deltaC };
    trace.push(last);
    good = deltaC ** 2 < bound ** 2;
  } while (!good && trace.length !== most);
  return { x: good ? x : update(x, last.deltaX), c: last.c, rounds: trace.length, converged: good, trace };
}
