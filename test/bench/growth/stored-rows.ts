/** How the store's operations grow with the rows stored: a database filled by SQL, then the operations timed as they are. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	type Database,
	openDatabase,
	openStore,
} from "../../../db/open-store.ts";
import type { ExerciseVersion, Store } from "../../../db/store.ts";
import { publishBuiltIn } from "../../../grader/cli/publish-built-in.ts";
import type { Verdict } from "../../../grader/verdict.ts";
import { median } from "../statistics.ts";
import { type Curve, toCurve } from "./curve.ts";

/** Submissions of one student, spread over the course's exercises. */
const perStudent = 100;
/** Bytes of a stored source and of a stored verdict; real ones are of this order. */
const sourceBytes = 600;
const verdictBytes = 1_500;
/** What one operation may take at one size, and how often it is timed at most. */
const budgetMs = 2_000;
const maxRuns = 100;

const numbers =
	"WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < @count - 1)";

/** One statement a table; `@base` is the last id in use, `@filled` how many rows were filled in before. */
const fillStatements = [
	`WITH RECURSIVE numbers(n) AS (SELECT @filled / @perStudent UNION ALL SELECT n + 1 FROM numbers WHERE n < (@filled + @count) / @perStudent - 1)
	INSERT INTO users (user_id, name, email, email_verified, created_at, updated_at, is_anonymous, role)
	SELECT 'student-' || n, 'Student', 'student-' || n || '@example.org', 0, 0, 0, 1, 'student' FROM numbers`,
	`${numbers} INSERT INTO sources (source_hash, source)
	SELECT printf('%064x', @base + n), printf('%.*c', ${sourceBytes}, '-') || n FROM numbers`,
	// A student's submissions lie as far apart as there are students: everybody is at work all term.
	`${numbers}, placed AS (
		SELECT n, 'student-' || (@filled / @perStudent + n % (@count / @perStudent)) AS student, n / (@count / @perStudent) AS turn FROM numbers
	)
	INSERT INTO submissions (submission_id, public_id, user_id, slug, version, attempt, seed_user_id, seed_attempt,
		language, source_hash, created_at, turn, not_before, runs, worker_id, finished_at)
	SELECT @base + n + 1, 'submission-' || (@filled + n), student, course.slug, course.version, turn / @exercises + 1, student, turn / @exercises + 1,
		'typescript', printf('%064x', @base + n), n, turn, 0, 1, 'worker-0', n
	FROM placed JOIN course ON course.place = turn % @exercises`,
	`${numbers} INSERT INTO verdicts (verdict_id, submission_id, run, worker_id, status, points, max_points, created_at)
	SELECT @base + n + 1, @base + n + 1, 1, 'worker-0', CASE n % 3 WHEN 0 THEN 'accepted' WHEN 1 THEN 'partial' ELSE 'wrong_answer' END,
		CASE n % 3 WHEN 0 THEN 15 WHEN 1 THEN n % 15 ELSE 0 END, 15, n FROM numbers`,
	`${numbers} INSERT INTO verdict_details (verdict_id, verdict)
	SELECT @base + n + 1, json_object('schema', 1, 'status', 'partial', 'mistakes', json('[]'), 'checks', json('[]'),
		'padding', printf('%.*c', ${verdictBytes}, '-')) FROM numbers`,
	`${numbers} INSERT INTO current_verdicts (submission_id, verdict_id) SELECT @base + n + 1, @base + n + 1 FROM numbers`,
];

/** Adds students and graded submissions until `total` submissions have been filled in. */
function fill(
	{ $client }: Database,
	versions: readonly ExerciseVersion[],
	filled: number,
	total: number,
): void {
	const base = Number(
		$client
			.prepare(
				"SELECT max((SELECT ifnull(max(submission_id), 0) FROM submissions), (SELECT ifnull(max(verdict_id), 0) FROM verdicts))",
			)
			.pluck()
			.get(),
	);
	$client.transaction(() => {
		$client.exec(
			"CREATE TEMP TABLE IF NOT EXISTS course (place INTEGER PRIMARY KEY, slug TEXT, version TEXT); DELETE FROM course",
		);
		const add = $client.prepare("INSERT INTO course VALUES (?, ?, ?)");
		for (const [place, { slug, version }] of versions.entries())
			add.run(place, slug, version);
		const parameters = {
			base,
			filled,
			count: total - filled,
			perStudent,
			exercises: versions.length,
		};
		for (const statement of fillStatements) {
			const prepared = $client.prepare(statement);
			// As big integers: SQLite would take numbers for reals, and divide as such.
			const used = Object.entries(parameters)
				.filter(([name]) => statement.includes(`@${name}`))
				.map(([name, value]) => [name, BigInt(value)] as const);
			prepared.run(Object.fromEntries(used));
		}
	})();
	$client.pragma("wal_checkpoint(TRUNCATE)");
}

/**
 * Runs the operations in turn, round by round; one that has used up its share of time is left out from then on.
 * @returns the median of each in milliseconds
 */
async function timeOperations(
	operations: readonly Operation[],
): Promise<Map<string, number>> {
	const times = new Map(operations.map(({ name }) => [name, [] as number[]]));
	for (let turn = 0; turn < maxRuns; turn++) {
		for (const { name, run, isNeeded } of operations) {
			const list = times.get(name) ?? [];
			const spentMs = list.reduce((sum, tookMs) => sum + tookMs, 0);
			if (!isNeeded && spentMs > budgetMs && list.length >= 3) continue;
			const startedAt = performance.now();
			await run(turn);
			list.push(performance.now() - startedAt);
		}
	}
	return new Map([...times].map(([name, list]) => [name, median(list)]));
}

/** One timed operation of the store. */
interface Operation {
	name: string;
	run(turn: number): Promise<unknown>;
	/** The next one depends on it: it is never left out. */
	isNeeded?: boolean;
	/** Why it grows faster than the rows, if it does. */
	why?: string;
}

/** Operations as web and worker call them, on random students, in the order in which they depend on each other. */
function operationsOf(
	store: Store,
	rows: number,
	version: ExerciseVersion,
	slugs: readonly string[],
): Operation[] {
	const students = rows / perStudent;
	const { slug } = version;
	const studentOf = (turn: number) =>
		`student-${Math.floor(((turn * 0.618) % 1) * students)}`;
	const rowOf = (turn: number) =>
		`submission-${Math.floor(((turn * 0.618) % 1) * rows)}`;
	let leaseToken = "";
	const verdict = {
		schema: 1,
		status: "accepted",
		points: 15,
		maxPoints: 15,
		exercise: { slug, version: version.version },
		language: "typescript",
		seed: 0,
		mistakes: [],
		checks: [],
		console: [],
		measurements: { cpuMs: 1, wallMs: 1, heapMib: 1 },
		grader: { version: "0" },
		engine: { node: "24", v8: "13" },
		isolation: "isolate",
		level: "D",
		reproducible: true,
		receipt: "r",
	} satisfies Verdict;
	const derived =
		"derived from every submission on each request, none of them stored as a sum";
	return [
		{
			name: "create a submission",
			isNeeded: true,
			run: (turn) =>
				store.createSubmission({
					userId: studentOf(turn),
					slug,
					language: "typescript",
					source: `// ${rows} ${turn} ${process.pid}`,
					now: Date.now(),
				}),
		},
		{
			name: "claim the next",
			isNeeded: true,
			run: async () => {
				const job = await store.claimNextSubmission({
					workerId: "bench",
					leaseMs: 60_000,
					now: Date.now(),
				});
				if (!job) throw new Error("expected a queued submission");
				leaseToken = job.leaseToken;
			},
		},
		{
			name: "complete it",
			isNeeded: true,
			run: async () => {
				const now = Date.now();
				if (!(await store.completeSubmission({ leaseToken, verdict, now })))
					throw new Error("the verdict was not stored");
			},
		},
		{
			name: "find a submission",
			run: (turn) => store.findSubmission(rowOf(turn)),
		},
		{
			name: "a student's submissions",
			run: (turn) =>
				store.listSubmissions(
					studentOf(turn),
					slugs[turn % slugs.length] ?? slug,
				),
		},
		{
			name: "a student's scores",
			run: (turn) => store.listScores(studentOf(turn)),
		},
		{ name: "the exercises", run: () => store.listExercises() },
		{ name: "count the queue", run: () => store.countQueue() },
		{
			name: "count verdicts",
			run: () => store.countVerdicts(),
			why: "counts every entry of an index, for metrics only",
		},
		{
			name: "recover leases",
			run: () => store.recoverExpiredLeases(Date.now()),
		},
		{
			name: "leaderboard, one exercise",
			run: () => store.listLeaderboard({ slug, limit: 100 }),
			why: derived,
		},
		{
			name: "leaderboard, course",
			run: () => store.listLeaderboard({ limit: 100 }),
			why: derived,
		},
	];
}

/** Fills a database step by step and times every operation at each size. */
export async function measureStoredRows(
	sizes: readonly number[],
	onFilled: (rows: number, tookMs: number) => void,
): Promise<Curve[]> {
	const folder = mkdtempSync(join(tmpdir(), "chainrule-bench-rows-"));
	const file = join(folder, "chainrule.sqlite");
	const store = openStore({ file });
	const db = openDatabase(file);
	const curves = new Map<
		string,
		{ points: { x: number; y: number }[]; why: string | undefined }
	>();
	try {
		await publishBuiltIn(store, () => {});
		const versions = await store.listExercises();
		const [version] = versions;
		if (!version) throw new Error("expected published exercises");
		let filled = 0;
		for (const rows of sizes) {
			const startedAt = performance.now();
			fill(db, versions, filled, rows);
			onFilled(rows, performance.now() - startedAt);
			filled = rows;
			const operations = operationsOf(
				store,
				rows,
				version,
				versions.map(({ slug }) => slug),
			);
			const times = await timeOperations(operations);
			for (const { name, why } of operations) {
				const curve = curves.get(name) ?? { points: [], why };
				curve.points.push({ x: rows, y: times.get(name) ?? Number.NaN });
				curves.set(name, curve);
			}
		}
	} finally {
		db.$client.close();
		await store.close();
		rmSync(folder, { recursive: true });
	}
	return [...curves].map(([name, { points, why }]) =>
		toCurve(name, points, why),
	);
}
