const a: number = 1;
let text = "line separator";
const \u0061b: number = 2;
function f(\u0063\u0064?: number): number | undefined {
	return cd as
		number;
}
const raw: string = `one
two ${a as number}`;
/* comment  */ const after: number = 3;
const δ梯: number = 4;
export const results = [a, text, ab, f(1), raw, after, δ梯, "😀" as string];
