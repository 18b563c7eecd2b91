const simple = (x: number): number => x * 2;
const object = (x: number): { x: number } => ({ x });
const brokenType = (x: number): {
	x: number;
} => ({ x });
const broken = (x: number)
	: number => x;
const brokenByComment = (x: number) /* )
*/ : number => x;
const generic = <T,>(x: T): T => x;
const genericBroken = () => {
	return <
		T,
	>(x: T): T => x;
};
const commented = <T,> /* ( */ (x: T /* ) */): T => x;
const asyncGeneric = async <T extends number>(x: T): Promise<
	T
> => x;
const nested = (a: number) => (b: number) => (c: number): number => a + b * c;
const guard = (x: unknown): x is string => typeof x === "string";
const cast = (x: unknown) => x as number;
const list = [(x: number) => x as number, (x?: number) => x!];
const defaulted = ({ a, b = 2 as number }: { a?: number; b?: number } = {}) => [a, b];
const bare = x => x as number;
export const results = [
	simple(2), object(3), brokenType(4), broken(5), brokenByComment(6), generic(7), genericBroken()(8), commented(9),
	typeof asyncGeneric(1), nested(1)(2)(3), guard("x"), cast(10), list.map((f) => f(11)), defaulted(), defaulted({ a: 1, b: 3 }), bare(12), simple.name,
];
