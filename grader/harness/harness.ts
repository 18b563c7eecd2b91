/**
 * Theory of operation. This is the first code in a fresh isolate, before a word of the student's. It
 * captures every built-in it will ever need, takes dangerous ones away, and gives the host two functions that take and
 * return one string each: `load` runs the student's module, `call` makes one call. After the student's text has run,
 * nothing here looks anything up on a global or a prototype: results are encoded by string concatenation with captured
 * primitives only, because even writing `list[0] = x` can meet a setter planted on Array.prototype. (The
 * exception are the library's functions that a call may be given: a student who patches Math changes them for themselves.)
 * All student code, getters and proxy traps included, runs inside `load` and `call`, under the host's clock.
 */
import { buildFunction } from "../../exercises/authoring/functions.ts";
import { createRandom } from "../../reference/random.ts";

/** One call as the host asks for it; `args` are wire values. */
export interface HarnessCall {
	name: string;
	args: unknown[];
	/** The result is a function: apply it to each of these argument lists and return the list of results. */
	apply?: unknown[][] | undefined;
	budget: number;
	seed: string;
}

/** Calls to make one after another; `outputBytes` limits each of their results. */
export interface HarnessCalls {
	outputBytes: number;
	withConsole: boolean;
	calls: HarnessCall[];
}

type StudentModule = (tick: (line: number) => void) => Record<string, unknown>;

/** Function entries since a loop's last turn that still count as being inside the loop. */
const nearLoop = 1_000;
const maxDepth = 24;
const maxValues = 200_000;
const maxConsoleBytes = 16 * 1024;
const maxConsoleLines = 200;
/** Outcomes beyond this many characters are given back before further calls are made. */
const maxOutcomesLength = 4 * 1024 * 1024;

/**
 * Thrown through student code when a limit is met. Whoever catches it learns nothing and can forge nothing: what counts is
 * kept in the harness's own variables. Only a promise job that was cut off is known by the message.
 */
class LimitReached extends Error {}

/**
 * Prepares the realm it is evaluated in.
 * @param isHostile true in an isolate: also removes and freezes globals, which another realm may still need
 */
export function createHarness(isHostile: boolean) {
	const {
		apply,
		getOwnPropertyDescriptor,
		getPrototypeOf,
		ownKeys,
		setPrototypeOf,
		defineProperty,
	} = Reflect;
	const { isArray } = Array;
	const { parse, stringify } = JSON;
	const { max } = Math;
	const objectToString = Object.prototype.toString;
	const stringSlice = String.prototype.slice;
	const SetConstructor = Set;
	const setHas = Set.prototype.has;
	const setAdd = Set.prototype.add;
	const hasOwn = Object.prototype.hasOwnProperty;
	const symbolType = "symbol";
	const errorPrototypes: [object, string][] = [
		[RangeError.prototype, "RangeError"],
		[TypeError.prototype, "TypeError"],
		[ReferenceError.prototype, "ReferenceError"],
		[SyntaxError.prototype, "SyntaxError"],
		[Error.prototype, "Error"],
	];
	const errorCount = errorPrototypes.length;
	// Arrays iterate through Symbol.iterator, which a student may replace: captured lists are read by index only.
	const realm = globalThis;
	const RealDate = Date;

	let remaining = 0;
	let limitLine = -1;
	let loopLine = 0;
	let remainingAtLoop = 0;
	let isTooLarge = false;
	/** Set by `decode` when it makes an array or object. */
	let hasObjects = false;
	let values = 0;
	let consoleText = "";
	let consoleLines = 0;
	let random: (() => number) | null = null;
	let randomSeed = "";
	let exported: Record<string, unknown> | null = null;

	/**
	 * Counts on after a call has returned, so that promise jobs it left behind come to an end as well.
	 * @param place the line of a loop's turn, or minus the line of a function's entry
	 */
	function tick(place: number): void {
		remaining--;
		if (place > 0) {
			loopLine = place;
			remainingAtLoop = remaining;
		}
		if (remaining >= 0) return;
		// An endless loop often ends inside a function it calls; an endless recursion left its last loop long ago.
		const isInLoop = loopLine > 0 && remainingAtLoop - remaining < nearLoop;
		if (limitLine < 0) limitLine = isInLoop ? loopLine : -place;
		throw new LimitReached(`counted budget used up at line ${limitLine}`);
	}

	function refuseSize(): never {
		isTooLarge = true;
		throw new LimitReached("the result is too large");
	}

	function text(value: unknown, length: number): string {
		return typeof value === "string"
			? (apply(stringSlice, value, [0, length]) as string)
			: "";
	}

	/** A descriptor without `value` of its own has a getter or setter; its other fields would be read off a prototype. */
	function hasValue(descriptor: PropertyDescriptor): boolean {
		return apply(hasOwn, descriptor, ["value"]) as boolean;
	}

	function ownData(object: object, key: PropertyKey): unknown {
		const descriptor = getOwnPropertyDescriptor(object, key);
		return descriptor !== undefined && hasValue(descriptor)
			? descriptor.value
			: undefined;
	}

	function encodeNumber(value: number): string {
		// Only of a finite number: the difference is 0.
		if (value - value === 0)
			return value === 0 && 1 / value < 0 ? '{"$":"-0"}' : `${value}`;
		if (value === 1 / 0) return '{"$":"Infinity"}';
		return value === -1 / 0 ? '{"$":"-Infinity"}' : '{"$":"NaN"}';
	}

	/** @returns JSON text of the wire form; @throws LimitReached beyond `room` characters, entries or depth */
	function encode(
		value: unknown,
		depth: number,
		room: number,
		seen: Set<object> | null,
	): string {
		values++;
		if (values > maxValues || depth > maxDepth || room < 0) refuseSize();
		switch (typeof value) {
			case "number":
				return encodeNumber(value);
			case "string": {
				if (value.length > room) refuseSize();
				const written = stringify(value);
				// Escapes make it up to six times as long.
				if (written.length > room) refuseSize();
				return written;
			}
			case "boolean":
				return value ? "true" : "false";
			case "undefined":
				return '{"$":"undefined"}';
			case "object":
				if (value === null) return "null";
				if (seen !== null) apply(setAdd, seen, [value]);
				return isArray(value)
					? encodeArray(value, depth, room, seen)
					: encodeObject(value, depth, room, seen);
			case "bigint":
				return '{"!":"a BigInt"}';
			case "function":
				return '{"!":"a function"}';
			default:
				return '{"!":"a symbol"}';
		}
	}

	function encodeArray(
		array: unknown[],
		depth: number,
		room: number,
		seen: Set<object> | null,
	): string {
		const length = ownData(array, "length");
		if (typeof length !== "number" || !(length >= 0 && length <= maxValues))
			refuseSize();
		let result = "[";
		for (let index = 0; index < length; index++) {
			const descriptor = getOwnPropertyDescriptor(array, index);
			let item = '{"!":"a hole in an array"}';
			if (descriptor !== undefined) {
				item = hasValue(descriptor)
					? encode(descriptor.value, depth + 1, room - result.length, seen)
					: '{"!":"a getter"}';
			}
			result += index === 0 ? item : `,${item}`;
			if (result.length > room) refuseSize();
		}
		return `${result}]`;
	}

	function encodeObject(
		object: object,
		depth: number,
		room: number,
		seen: Set<object> | null,
	): string {
		const tag = apply(objectToString, object, []) as string;
		if (tag !== "[object Object]") {
			const kind = apply(stringSlice, tag, [8, -1]) as string;
			return `{"!":${stringify(text(`a ${kind}`, 60))}}`;
		}
		const keys = ownKeys(object);
		let result = '{"o":[';
		let count = 0;
		for (let index = 0; index < keys.length; index++) {
			const key = keys[index] as string | symbol;
			if (typeof key === symbolType) continue;
			const descriptor = getOwnPropertyDescriptor(object, key);
			if (descriptor === undefined || !descriptor.enumerable) continue;
			const item = hasValue(descriptor)
				? encode(descriptor.value, depth + 1, room - result.length, seen)
				: '{"!":"a getter"}';
			result += `${count === 0 ? "" : ","}[${stringify(key as string)},${item}]`;
			count++;
			if (result.length > room) refuseSize();
		}
		return `${result}]}`;
	}

	/** True when `value` is or contains one of the objects in `known`. */
	function containsAny(
		value: unknown,
		known: Set<object>,
		depth: number,
	): boolean {
		if (typeof value !== "object" || value === null || depth > maxDepth)
			return false;
		if (apply(setHas, known, [value])) return true;
		const keys = ownKeys(value);
		for (let index = 0; index < keys.length; index++) {
			if (
				containsAny(
					ownData(value, keys[index] as PropertyKey),
					known,
					depth + 1,
				)
			)
				return true;
		}
		return false;
	}

	/**
	 * Rebuilds an argument from its parsed wire form, before any student code of this call has run. What was parsed holds
	 * own data only, so its elements may be read as they are.
	 */
	function decode(wire: unknown, counts: { calls: number }[]): unknown {
		if (typeof wire !== "object" || wire === null) return wire;
		if (isArray(wire)) {
			hasObjects = true;
			const { length } = wire;
			for (let index = 0; index < length; index++) {
				const item: unknown = wire[index];
				if (typeof item === "object" && item !== null)
					defineProperty(wire, index, plain(decode(item, counts)));
			}
			return wire;
		}
		const special = ownData(wire, "$");
		if (special !== undefined) {
			if (special === "NaN") return 0 / 0;
			if (special === "Infinity") return 1 / 0;
			if (special === "-Infinity") return -1 / 0;
			return special === "-0" ? -0 : undefined;
		}
		const name = ownData(wire, "f");
		if (typeof name === "string")
			return countedFunction(name, ownData(wire, "p") as number[], counts);
		hasObjects = true;
		const object = {};
		const entries = ownData(wire, "o") as [string, unknown][];
		const { length } = entries;
		for (let index = 0; index < length; index++) {
			const entry = entries[index] as [string, unknown];
			defineProperty(object, entry[0], plain(decode(entry[1], counts)));
		}
		return object;
	}

	function plain(value: unknown): PropertyDescriptor {
		const descriptor = {
			value,
			writable: true,
			enumerable: true,
			configurable: true,
		};
		setPrototypeOf(descriptor, null);
		return descriptor;
	}

	function countedFunction(
		name: string,
		parameters: number[],
		counts: { calls: number }[],
	): unknown {
		// A parameter may be one of the numbers that JSON lacks, such as −0.
		for (let index = 0; index < parameters.length; index++)
			defineProperty(
				parameters,
				index,
				plain(decode(parameters[index], counts)),
			);
		const built = buildFunction(name, parameters);
		const counter = { calls: 0 };
		defineProperty(counts, counts.length, plain(counter));
		return function given(...numbers: number[]) {
			tick(0);
			counter.calls++;
			return apply(built, undefined, numbers);
		};
	}

	function encodeConsole(parts: unknown[]): void {
		if (
			consoleLines >= maxConsoleLines ||
			consoleText.length >= maxConsoleBytes
		)
			return;
		let line = "";
		for (let index = 0; index < parts.length; index++) {
			const part = ownData(parts, index);
			let shown: string;
			if (typeof part === "string") shown = part;
			else if (
				typeof part === "object" ||
				typeof part === "function" ||
				typeof part === "symbol"
			) {
				shown = describe(part);
			} else shown = `${part as number}`;
			line += (index === 0 ? "" : " ") + text(shown, 2000);
			if (line.length > 2000) break;
		}
		consoleText += `${consoleText === "" ? "" : ","}${stringify(text(line, 2000))}`;
		consoleLines++;
	}

	/** Arrays and objects of plain data as JSON-like text, anything else by its kind; never runs a getter of its own accord. */
	function describe(part: unknown): string {
		try {
			values = 0;
			return typeof part === "object" ? show(part, 0) : `[${typeof part}]`;
		} catch {
			return "[object]";
		}
	}

	function show(part: unknown, depth: number): string {
		values++;
		if (values > 200 || depth > 4) return "…";
		if (typeof part === "string") return stringify(part);
		if (typeof part === "symbol" || typeof part === "function")
			return `[${typeof part}]`;
		if (typeof part !== "object" || part === null) return `${part as number}`;
		const isList = isArray(part);
		let result = "";
		const keys = ownKeys(part);
		for (let index = 0; index < keys.length && result.length < 2000; index++) {
			const key = keys[index] as string | symbol;
			if (typeof key === symbolType || (isList && key === "length")) continue;
			const item = show(ownData(part, key), depth + 1);
			result += `${result === "" ? "" : ", "}${isList ? "" : `${key as string}: `}${item}`;
		}
		return isList ? `[${result}]` : `{${result}}`;
	}

	function errorOutcome(thrown: unknown): string {
		let name = "Error";
		let message = "";
		let stack = "";
		if (typeof thrown === "object" && thrown !== null) {
			let prototype: object | null = getPrototypeOf(thrown);
			search: for (let depth = 0; prototype !== null && depth < 20; depth++) {
				for (let index = 0; index < errorCount; index++) {
					const entry = errorPrototypes[index];
					if (entry && entry[0] === prototype) {
						name = entry[1];
						break search;
					}
				}
				prototype = getPrototypeOf(prototype);
			}
			message = text(ownData(thrown, "message"), 400);
			stack = text((thrown as { stack?: unknown }).stack, 2000);
		} else {
			message =
				typeof thrown === "string"
					? text(thrown, 400)
					: `${typeof thrown} thrown`;
		}
		return `"kind":"error","name":"${name}","message":${stringify(message)},"stack":${stringify(stack)}`;
	}

	function drawRandom(): number {
		random ??= createRandom(randomSeed).uniform;
		return random();
	}

	function restartRandom(seed: string): void {
		random = null;
		randomSeed = seed;
	}

	function outcomeOf(thrown: unknown): string {
		if (limitLine >= 0) return `"kind":"time_limit","line":${limitLine}`;
		if (isTooLarge) return '"kind":"output_limit"';
		try {
			return errorOutcome(thrown);
		} catch {
			if (limitLine >= 0) return `"kind":"time_limit","line":${limitLine}`;
			return '"kind":"error","name":"Error","message":"an error that throws when it is looked at","stack":""';
		}
	}

	/** Runs the student's module once. @returns "" when it ran, otherwise the outcome that every call shares */
	function load(module: StudentModule, budget: number): string {
		remaining = budget;
		limitLine = -1;
		loopLine = 0;
		isTooLarge = false;
		restartRandom("module");
		try {
			exported = module(tick);
			return limitLine >= 0 ? `{${outcomeOf(null)}}` : "";
		} catch (thrown) {
			return `{${outcomeOf(thrown)}}`;
		}
	}

	/**
	 * Makes calls in order. After one that met its counted budget nothing here can be relied on: it is the last.
	 * @param callsText JSON of HarnessCalls @returns JSON of the HarnessOutcomes of the calls made, at least one
	 */
	function call(callsText: string): string {
		let outcomes = "";
		const { calls, outputBytes, withConsole } = parse(
			callsText,
		) as HarnessCalls;
		const { length } = calls;
		for (let index = 0; index < length; index++) {
			outcomes += index === 0 ? "[" : ",";
			try {
				outcomes += makeCall(
					calls[index] as HarnessCall,
					outputBytes,
					withConsole,
				);
			} catch {
				// Only patched built-ins lead here: nothing of the student's may leave as a live exception.
				outcomes +=
					'{"kind":"error","name":"Error","message":"a built-in function was replaced","stack":""}';
			}
			if (limitLine >= 0 || outcomes.length > maxOutcomesLength) break;
		}
		return `${outcomes}]`;
	}

	function makeCall(
		asked: HarnessCall,
		outputBytes: number,
		withConsole: boolean,
	): string {
		const { name, budget, seed } = asked;
		const lists = ownData(asked, "apply") as unknown[][] | undefined;
		limitLine = -1;
		const counts: { calls: number }[] = [];
		const student = exported === null ? undefined : ownData(exported, name);
		if (typeof student !== "function") return '{"kind":"missing"}';
		const { args } = asked;
		// Numbers and texts cannot be changed: then there is nothing to compare afterwards.
		hasObjects = false;
		for (let index = 0; index < args.length; index++)
			defineProperty(args, index, plain(decode(args[index], counts)));
		const isComparing = hasObjects;
		values = 0;
		const known = new SetConstructor<object>();
		const before = isComparing ? encodeArguments(args, known) : "";
		consoleText = "";
		consoleLines = 0;
		restartRandom(seed);
		remaining = budget;
		limitLine = -1;
		loopLine = 0;
		isTooLarge = false;
		let outcome: string;
		let isShared = false;
		try {
			let result = apply(student, undefined, args) as unknown;
			if (lists !== undefined) result = applyAll(result, lists);
			values = 0;
			const encoded = encode(result, 0, outputBytes, null);
			if (isComparing) isShared = containsAny(result, known, 0);
			outcome =
				limitLine >= 0 ? outcomeOf(null) : `"kind":"value","value":${encoded}`;
		} catch (thrown) {
			outcome = outcomeOf(thrown);
		}
		const ticks = budget - max(remaining, 0);
		let isMutated = false;
		if (isComparing) {
			try {
				values = 0;
				isMutated = encodeArguments(args, null) !== before;
			} catch {
				isMutated = true;
			}
		}
		let countText = "";
		for (let index = 0; index < counts.length; index++)
			countText += `${index === 0 ? "" : ","}${counts[index]?.calls}`;
		return (
			`{${outcome},"ticks":${ticks}` +
			(isMutated ? ',"mutated":true' : "") +
			(isShared ? ',"shared":true' : "") +
			(countText === "" ? "" : `,"counts":[${countText}]`) +
			(withConsole && consoleText !== "" ? `,"console":[${consoleText}]` : "") +
			"}"
		);
	}

	/** Function arguments are left out: they are the harness's own and cannot change. */
	function encodeArguments(args: unknown[], seen: Set<object> | null): string {
		let result = "";
		for (let index = 0; index < args.length; index++) {
			const argument = ownData(args, index);
			result +=
				typeof argument === "function"
					? "f;"
					: `${encode(argument, 0, 1e9, seen)};`;
		}
		return result;
	}

	function applyAll(result: unknown, lists: unknown[][]): unknown[] {
		const results: unknown[] = [];
		for (let index = 0; index < lists.length; index++) {
			if (typeof result !== "function")
				throw new TypeError("expected the result to be a function");
			const value = apply(
				result,
				undefined,
				decode(ownData(lists, index), []) as unknown[],
			) as unknown;
			defineProperty(results, index, plain(value));
		}
		return results;
	}

	function log(...parts: unknown[]): void {
		encodeConsole(parts);
	}

	function fixRealm(): void {
		const lock = (object: object, key: PropertyKey, value: unknown) => {
			defineProperty(object, key, {
				value,
				writable: false,
				enumerable: false,
				configurable: false,
			});
		};
		lock(Math, "random", drawRandom);
		const fixedNow = 946_684_800_000;
		const FixedDate = function StoppedDate(this: unknown, ...parts: [number]) {
			if (!new.target) return new RealDate(fixedNow).toISOString();
			return (parts as unknown[]).length === 0
				? new RealDate(fixedNow)
				: new RealDate(...parts);
		};
		FixedDate.prototype = RealDate.prototype;
		defineProperty(
			FixedDate,
			"now",
			plain(() => fixedNow),
		);
		defineProperty(FixedDate, "UTC", plain(RealDate.UTC));
		defineProperty(FixedDate, "parse", plain(RealDate.parse));
		lock(RealDate.prototype, "constructor", FixedDate);
		lock(realm, "Date", FixedDate);
		lock(realm, "console", {
			log,
			info: log,
			warn: log,
			error: log,
			debug: log,
		});
		if (!isHostile) return;
		const gone = [
			"WebAssembly",
			"SharedArrayBuffer",
			"Atomics",
			"FinalizationRegistry",
			"WeakRef",
			"Intl",
			"eval",
		];
		for (const name of gone) Reflect.deleteProperty(realm, name);
		const refuse = () => {
			throw new TypeError("making code from text is not available");
		};
		// Four kinds of function, four constructors that compile text.
		const kinds: object[] = [
			() => 0,
			async () => 0,
			function* generator() {
				yield 0;
			},
			async function* asyncGenerator() {
				yield 0;
			},
		];
		for (const kind of kinds) {
			const prototype = getPrototypeOf(kind);
			if (prototype) lock(prototype, "constructor", refuse);
		}
		const refusingFunction = function RefusingFunction() {
			return refuse();
		};
		refusingFunction.prototype = getPrototypeOf(refuse);
		lock(realm, "Function", refusingFunction);
		const RealArrayBuffer = ArrayBuffer;
		const fixedArrayBuffer = function FixedLengthBuffer(length: number) {
			return new RealArrayBuffer(length);
		};
		fixedArrayBuffer.prototype = RealArrayBuffer.prototype;
		defineProperty(fixedArrayBuffer, "isView", plain(RealArrayBuffer.isView));
		lock(RealArrayBuffer.prototype, "constructor", fixedArrayBuffer);
		lock(realm, "ArrayBuffer", fixedArrayBuffer);
		for (const name of ["resize", "transfer", "transferToFixedLength"]) {
			Reflect.deleteProperty(RealArrayBuffer.prototype, name);
		}
		lock(Error, "prepareStackTrace", undefined);
		lock(Error, "stackTraceLimit", 20);
	}

	fixRealm();
	return { load, call };
}
