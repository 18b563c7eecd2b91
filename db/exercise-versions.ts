import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "./open-database.ts";
import { compiledVersions, exercises, exerciseVersions } from "./schema.ts";
import type { CompiledVersion, ExerciseVersion, Store } from "./store.ts";

type Operations = Pick<
	Store,
	| "publishVersion"
	| "listExercises"
	| "findExercise"
	| "findVersion"
	| "getCompiled"
>;

/** More than a course has exercises; versions that nobody asks for any more are forgotten. */
const mostKept = 200;

/**
 * Published versions and which of them are current. A version is large and changes only when it is compiled anew, so what was
 * read stays in memory, frozen, for as long as the database tells the same time of compiling.
 */
export function createExerciseVersions(db: Database): Operations {
	const columns = {
		...getTableColumns(exerciseVersions),
		publicPart: compiledVersions.publicPart,
	};
	const selectVersions = () =>
		db
			.select(columns)
			.from(exerciseVersions)
			.innerJoin(
				compiledVersions,
				eq(compiledVersions.version, exerciseVersions.version),
			);
	const kept = new Map<
		string,
		{ compiledAt: number; value: ExerciseVersion }
	>();
	const read = (stamp: Stamp): ExerciseVersion => {
		const known = kept.get(stamp.version);
		kept.delete(stamp.version);
		if (known?.compiledAt === stamp.compiledAt) {
			kept.set(stamp.version, known);
			return known.value;
		}
		const value = selectVersions()
			.where(eq(exerciseVersions.version, stamp.version))
			.get();
		if (value === undefined)
			throw new RangeError(`there is no exercise version "${stamp.version}"`);
		kept.set(stamp.version, { ...stamp, value: freeze(value) });
		const [oldest] = kept.keys();
		if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
		return value;
	};
	const selectStamps = () =>
		db
			.select({
				version: compiledVersions.version,
				compiledAt: compiledVersions.compiledAt,
			})
			.from(compiledVersions);
	const isCurrent = and(
		eq(exercises.slug, exerciseVersions.slug),
		eq(exercises.version, exerciseVersions.version),
	);
	const stampsInOrder = selectStamps()
		.innerJoin(
			exerciseVersions,
			eq(exerciseVersions.version, compiledVersions.version),
		)
		.innerJoin(exercises, isCurrent)
		.orderBy(asc(exercises.courseOrder), asc(exercises.slug))
		.prepare();
	const stampOfSlug = selectStamps()
		.innerJoin(
			exerciseVersions,
			eq(exerciseVersions.version, compiledVersions.version),
		)
		.innerJoin(exercises, isCurrent)
		.where(eq(exercises.slug, sql.placeholder("slug")))
		.prepare();
	const stampOfVersion = selectStamps()
		.where(eq(compiledVersions.version, sql.placeholder("version")))
		.prepare();

	return {
		async publishVersion(version, compiled) {
			// Twice within a millisecond it would bear the same time.
			kept.delete(version.version);
			return db.transaction(
				() => {
					const stored = selectVersions()
						.where(eq(exerciseVersions.version, version.version))
						.get();
					if (stored !== undefined) requireSameContent(stored, version);
					else db.insert(exerciseVersions).values(version).run();
					storeCompiled(db, version, compiled);
					const current = {
						version: version.version,
						courseOrder: version.exercise.order,
						maxPoints: version.exercise.checks.reduce(
							(sum, check) => sum + check.points,
							0,
						),
					};
					db.insert(exercises)
						.values({ slug: version.slug, ...current })
						.onConflictDoUpdate({ target: exercises.slug, set: current })
						.run();
					return { isNew: stored === undefined };
				},
				{ behavior: "immediate" },
			);
		},

		async listExercises() {
			return stampsInOrder.all().map(read);
		},

		async findExercise(slug) {
			const stamp = stampOfSlug.get({ slug });
			return stamp === undefined ? null : read(stamp);
		},

		async findVersion(version) {
			const stamp = stampOfVersion.get({ version });
			return stamp === undefined ? null : read(stamp);
		},

		async getCompiled(version) {
			const compiled = db
				.select({
					script: compiledVersions.script,
					proofs: compiledVersions.proofs,
				})
				.from(compiledVersions)
				.where(eq(compiledVersions.version, version))
				.get();
			if (compiled === undefined) {
				throw new RangeError(`there is no exercise version "${version}"`);
			}
			return compiled;
		},
	};
}

/** Which state of a version is stored. */
interface Stamp {
	version: string;
	compiledAt: number;
}

/** Freezes data with all that is in it: everybody gets the same object. */
function freeze<Data>(data: Data): Data {
	if (typeof data === "object" && data !== null && !Object.isFrozen(data)) {
		Object.freeze(data);
		for (const part of Object.values(data)) freeze(part);
	}
	return data;
}

/** What the author wrote; the rest of a version is made from it. */
function contentOf(version: ExerciseVersion): string {
	const { slug, exercise, statement, starter } = version;
	return JSON.stringify([slug, exercise, statement, starter]);
}

function requireSameContent(
	stored: ExerciseVersion,
	published: ExerciseVersion,
): void {
	if (contentOf(stored) !== contentOf(published)) {
		throw new RangeError(
			`version "${published.version}" is already published with other content; a version is named by its content`,
		);
	}
}

/** A newer grader may compile the same content differently, so the latest result counts. */
function storeCompiled(
	db: Database,
	version: ExerciseVersion,
	compiled: CompiledVersion,
): void {
	const made = {
		publicPart: version.publicPart,
		script: compiled.script,
		proofs: compiled.proofs,
		compiledAt: version.publishedAt,
	};
	db.insert(compiledVersions)
		.values({ version: version.version, ...made })
		.onConflictDoUpdate({ target: compiledVersions.version, set: made })
		.run();
}
