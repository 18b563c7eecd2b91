let calls = 0
const f = () => [1, 2]
let b: unknown = 5
let a = b as number
(calls++)
let bang = b!
;[1].forEach(() => calls++)
let annotated: number[]
[2].forEach(() => calls++)
type Y = number
type X = Y
[1].map((x) => (calls += x))
interface I { x: number }
(f)()
function returns(x: unknown) {
	return x as number
}
function returnsType(x: unknown) {
	if (x) return x as {
		a: number
	}
	else return null
}
let i = 0
do i++ as number
while (i < 3)
while (i < 5) i++ as number
if (i) b as number
else calls = 100
class Fields {
	x = b as number
	[`k`] = 3
	get: number
	foo() { return 1 }
	y = 1 as number;
	*gen() { yield 2 }
}
declare const u: unique symbol
declare function q(): void
declare module "x" {}
declare global {}
label: for (let j = 0; j < 3; j++) {
	for (;;) {
		calls++
		continue label
	}
}
switch (i as number) {
	case 5 as number:
		calls += 10
}
const instantiated = f as () => number[]
calls++
export const results = [calls, a, bang, annotated, returns(1), returnsType({ a: 1 }), i, Object.keys(new Fields()), new Fields().foo(), [...new Fields().gen()], instantiated()]
