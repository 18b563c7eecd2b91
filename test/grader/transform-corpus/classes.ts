interface Shape { area(): number }
interface Named { readonly name: string }
/* abstract */ abstract class Base<T = number> implements Shape, Named {
	static readonly kind: string = "base";
	private static count = 0;
	declare ghost: number;
	[index: string]: unknown;
	public name: string = "base";
	protected readonly size?: number;
	private other!: T;
	#secret!: number;
	get: number = 1
	set: number = 2
	static: number = 3;
	readonly: number
	declare
	abstract area(): number;
	protected abstract get label(): string;
	constructor(public_: number);
	constructor(public_: number, extra?: number) {
		this.#secret = public_ + (extra ?? 0);
		Base.count++;
	}
	public get secret(): number { return this.#secret; }
	protected set secret(value: number) { this.#secret = value; }
	public /* private */ static async make<T>(x: T): Promise<T> { return x; }
	method?(): void;
	bound(this: Base<T>, x: number): number { return this.#secret + x; }
	static { Base.count += 10; }
	static total(): number { return Base.count; }
}
class Square extends Base<number> implements Shape {
	override name = "square";
	constructor(private_: number) {
		super(private_);
	}
	override area(): number { return this.secret ** 2; }
	protected override get label(): string { return "square"; }
	tell() { return this.label; }
}
const Anonymous = class<T> extends Square implements Named { extra = <U,>(x: U): T | U => x; };
const square = new Square(3);
export class Exported { value: number = 4 }
export abstract class AlsoExported { static one = 1 as number }
export const results = [
	square.area(), square.name, square.bound(2), square.get, square.set, square.static, "ghost" in square, "size" in square, "other" in square,
	"declare" in square, "readonly" in square, Base.kind, Base.total(), new Anonymous(2).extra(5), square.tell(), new Exported().value, AlsoExported.one,
];
