import { and, asc, eq, getTableColumns } from "drizzle-orm";
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

/** Published versions and which of them are current. */
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
	const isCurrent = and(
		eq(exercises.slug, exerciseVersions.slug),
		eq(exercises.version, exerciseVersions.version),
	);

	return {
		async publishVersion(version, compiled) {
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
			return selectVersions()
				.innerJoin(exercises, isCurrent)
				.orderBy(asc(exercises.courseOrder), asc(exercises.slug))
				.all();
		},

		async findExercise(slug) {
			return (
				selectVersions()
					.innerJoin(exercises, isCurrent)
					.where(eq(exercises.slug, slug))
					.get() ?? null
			);
		},

		async findVersion(version) {
			return (
				selectVersions().where(eq(exerciseVersions.version, version)).get() ??
				null
			);
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
