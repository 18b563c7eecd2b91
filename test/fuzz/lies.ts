/** What a child that has been taken over may say instead of the truth. */
import fc from "fast-check";

export interface Act {
	act: string;
	with: unknown;
}

const act = (
	name: string,
	argument: fc.Arbitrary<unknown>,
): fc.Arbitrary<Act> => argument.map((given) => ({ act: name, with: given }));

/** As JSON text, so that it can say what JSON.stringify would not. */
const number = fc.constantFrom(
	"0",
	"1",
	"2",
	"-1",
	"-0",
	"1.5",
	"40",
	"1e9",
	"9007199254740993",
	"1e308",
	"1e400",
	"NaN",
	"null",
	'"0"',
	"[0]",
	"true",
);
const index = fc.oneof(
	{ weight: 4, arbitrary: fc.nat(50).map(String) },
	{ weight: 1, arbitrary: number },
);
const wire = fc.oneof(
	fc.double().map((value) => JSON.stringify(value) ?? "null"),
	fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
	fc.constantFrom(
		'{"$":"NaN"}',
		'{"$":"-0"}',
		'{"$":"__proto__"}',
		'{"o":[["__proto__",1],["__proto__",{"o":[]}]]}',
		'{"o":[["a",1],["a",2]]}',
		'{"o":[["deltaC",{"$":"NaN"}],["deltaB",0],["deltaA",0],["deltaX",0]]}',
		'{"o":{"0":["a",1]}}',
		'{"!":"a Map"}',
		'{"!":7}',
		'{"f":"exp","p":[]}',
		'{"__proto__":{"o":[]}}',
		'{"o":[],"$":"NaN"}',
		"1e999",
		'"\\ud800"',
		'"</script>\\u2028"',
	),
);
const extras = fc.constantFrom(
	"",
	',"ticks":1',
	',"ticks":-1',
	',"mutated":true',
	',"shared":"yes"',
	',"counts":[1,2]',
	`,"counts":[${"1,".repeat(200)}1]`,
	',"console":["forged line"]',
	`,"console":["${"x".repeat(3000)}"]`,
	',"__proto__":{"polluted":1}',
	',"constructor":1',
	',"points":15',
);
const outcome = fc.oneof(
	fc
		.tuple(wire, extras)
		.map(([value, more]) => `{"kind":"value","value":${value}${more}}`),
	extras.map(
		(more) => `{"kind":"error","name":"Error","message":"m","stack":""${more}}`,
	),
	number.map((line) => `{"kind":"time_limit","line":${line}}`),
	extras.map((more) => `{"kind":"output_limit"${more}}`),
	fc.constantFrom(
		'{"kind":"missing"}',
		'{"kind":"skipped"}',
		'{"kind":"passed"}',
		'{"kind":"backstop","limit":"time_limit"}',
		"{}",
		"null",
		'"value"',
	),
);
const report = fc.oneof(
	{ weight: 2, arbitrary: index.map((at) => `{"type":"begin","index":${at}}`) },
	{
		weight: 6,
		arbitrary: fc
			.tuple(index, fc.array(outcome, { maxLength: 3 }), extras)
			.map(
				([at, list, more]) =>
					`{"type":"ends","index":${at},"outcomes":[${list}]${more}}`,
			),
	},
	fc
		.tuple(index, fc.constantFrom("time_limit", "memory_limit", "accepted"))
		.map(([at, limit]) => `{"type":"fatal","index":${at},"limit":"${limit}"}`),
	fc
		.tuple(number, number)
		.map(
			([line, column]) =>
				`{"type":"compile_error","message":"forged","line":${line},"column":${column}}`,
		),
	fc.constantFrom(
		'{"type":"ready","node":"1","v8":"1"}',
		'{"type":"answer","text":"{}"}',
		'{"type":"failed","message":"forged"}',
		'{"type":"ends","index":0,"outcomes":{"length":1}}',
		'{"type":"transformed","code":"","positions":{"insertions":[[0,-1]],"lineStarts":[0],"length":0}}',
		'{"type":"verdict","status":"accepted","points":15}',
		'{"type":"__proto__"}',
		'{"__proto__":{"type":"done"}}',
		"[]",
		"null",
		"",
		"{",
	),
);
export const done = '{"type":"done","isClean":true,"heapMib":1,"cpuMs":1}';
const doneLike = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(done) },
	fc
		.tuple(number, number, extras)
		.map(
			([heap, cpu, more]) =>
				`{"type":"done","isClean":true,"heapMib":${heap},"cpuMs":${cpu}${more}}`,
		),
);
const begin = '{"type":"begin","index":0}';

/** More calls than an exercise has. */
const everyCall = 60;
const said = fc.oneof(
	wireOf(fc.double({ noDefaultInfinity: true, noNaN: true })),
	fc.constantFrom(
		'{"kind":"value","value":{"$":"NaN"},"mutated":true,"shared":true,"ticks":9007199254740991}',
		'{"kind":"value","value":{"o":[["__proto__",1],["__proto__",{"o":[]}]]}}',
		'{"kind":"value","value":{"o":[["deltaC",{"$":"NaN"}],["deltaB",0],["deltaA",0],["deltaX",0]]}}',
		'{"kind":"value","value":{"!":"</script>"},"counts":[1,2],"console":["forged\\u001b[2J"]}',
		`{"kind":"value","value":[${"0,".repeat(5_000)}0]}`,
		'{"kind":"error","name":"Error","message":"forged","stack":" at x (submission.ts:1:1)"}',
		'{"kind":"time_limit","line":999999}',
		'{"kind":"output_limit"}',
		'{"kind":"missing"}',
	),
);

/** In words of the protocol: forged, doubled, out of order, for calls that were not begun or do not exist. */
const wellFormed = fc.oneof(
	fc.nat(49).map((at) => `{"type":"begin","index":${at}}`),
	{
		weight: 8,
		arbitrary: fc
			.tuple(
				fc.nat(2 ** 31 - 1).map((at) => (at % 3 === 0 ? at : at % 50)),
				said,
				fc.constantFrom(1, 1, 1, 3, everyCall),
			)
			.map(
				([at, what, times]) =>
					`{"type":"ends","index":${at},"outcomes":[${new Array(times).fill(what)}]}`,
			),
	},
	fc
		.tuple(fc.nat(60), fc.constantFrom("time_limit", "memory_limit"))
		.map(([at, limit]) => `{"type":"fatal","index":${at},"limit":"${limit}"}`),
	fc.constantFrom(
		'{"type":"compile_error","message":"forged","line":-1,"column":0}',
		'{"type":"answer","text":"{}"}',
		'{"type":"failed","message":"forged"}',
		'{"type":"ready","node":"1","v8":"1"}',
		'{"type":"unattributed","isLimit":false}',
		'{"type":"unattributed","isLimit":true}',
		'{"type":"unknown_material"}',
	),
);

function wireOf(value: fc.Arbitrary<number>) {
	return fc
		.record({ deltaC: value, deltaB: value, deltaA: value, deltaX: value })
		.map(
			(steps) =>
				`{"kind":"value","value":{"o":${JSON.stringify(Object.entries(steps))}}}`,
		);
}

/** Lies that let the child live on: there can be many of them. */
const telling = fc
	.array(act("line", wellFormed), { maxLength: 12 })
	.map((reports) => [...reports, { act: "line", with: done }]);

/** Lies that can be judged: first of all each call gets an answer. */
export const answers: fc.Arbitrary<Act[]> = fc
	.tuple(said, telling)
	.map(([what, more]) => [
		{
			act: "line",
			with: `{"type":"ends","index":0,"outcomes":[${new Array(everyCall).fill(what)}]}`,
		},
		...more,
	]);

/** Lies that end the child, or would never end. */
const breaking = fc
	.tuple(
		fc.array(act("line", report), { maxLength: 3 }),
		fc.oneof(
			{ weight: 6, arbitrary: act("line", fc.oneof(report, doneLike)) },
			act("raw", fc.base64String({ maxLength: 400 })),
			act("nest", fc.constantFrom(10, 31, 1_000, 100_000)),
			act("endless", fc.constantFrom(100, 70_000)),
			act("flood", fc.tuple(report, fc.constantFrom(10, 2_000))),
			act("exit", fc.constantFrom(0, 1, 134)),
			act("kill", fc.constantFrom("SIGKILL", "SIGSEGV", "SIGABRT", "SIGSTOP")),
			act("error", fc.constantFrom("FATAL ERROR: heap out of memory", "noise")),
			act(
				"repeat",
				fc.tuple(
					fc.constantFrom(begin, '{"type":"begin","index":1}'),
					fc.constantFrom(1, 7),
				),
			),
			act("spin", fc.constantFrom(20, 10_000)),
			act("sleep", fc.constantFrom(5, 10_000)),
		),
		fc.constantFrom<Act[]>(
			[],
			[{ act: "line", with: done }],
			[{ act: "exit", with: 1 }],
		),
	)
	// A call is begun first: while the source is being read the clock is a long one.
	.map(([reports, last, after]) => [
		{ act: "line", with: begin },
		...reports,
		last,
		...after,
	]);

const place = fc.oneof(
	{ weight: 5, arbitrary: fc.nat(200) },
	{ weight: 1, arbitrary: fc.nat(1_000_000_000) },
);
/** Expressions as the transform makes them, and what it never makes. */
const code = fc.oneof(
	fc.constantFrom(
		"",
		"1",
		"(",
		"(() => () => ({ backward: () => ({ deltaC: 1, deltaB: 1, deltaA: 1, deltaX: 1 }) }))()",
		"() => { throw new Error() }",
		"(t) => ({ backward() { for (;;) t(1) }, nextX(x) { null.x } })",
	),
	fc.string(),
);

/** What a child that only reads sources may say: other code, places that no source has, complaints about an honest text. */
export const misreadings: fc.Arbitrary<Act[]> = fc
	.oneof(
		{
			weight: 20,
			arbitrary: fc.record({
				type: fc.constant("transformed"),
				code,
				positions: fc.record({
					insertions: fc.array(fc.tuple(place, place), { maxLength: 6 }),
					lineStarts: fc.array(place, { maxLength: 6 }),
					length: place,
				}),
			}),
		},
		{
			weight: 20,
			arbitrary: fc.record({
				type: fc.constant("compile_error"),
				message: fc.string({ maxLength: 1_000 }),
				line: fc.integer(),
				column: fc.integer(),
			}),
		},
		// Ends the child: ten of them have to die before the text is given up.
		{ weight: 1, arbitrary: fc.constant({ type: "verdict" }) },
	)
	.map((said) => [
		{ act: "line", with: JSON.stringify(said) },
		{ act: "line", with: done },
	]);

export const lies: fc.Arbitrary<Act[]> = fc.oneof(
	{ weight: 30, arbitrary: telling },
	{ weight: 1, arbitrary: breaking },
);
