/** `npm run bench -- --growth`: how cost grows with cases, values, students and rows. */
import { startServer } from "../server.ts";
import { signInStudents } from "../student.ts";
import type { Workload } from "../workload.ts";
import { type Curve, formatCurves } from "./curve.ts";
import { measureStoredRows } from "./stored-rows.ts";
import { measureStudentsAtOnce } from "./students-at-once.ts";
import { measureSubmissionSize } from "./submission-size.ts";

/** Prints each table as soon as it is measured. @returns all curves by what grows */
export async function measureGrowth(
	workload: Workload,
	isQuick: boolean,
): Promise<Record<string, Curve[]>> {
	const found: Record<string, Curve[]> = {};
	const keep = (title: string, curves: Curve[]) => {
		found[title] = curves;
		console.log(`${formatCurves(title, curves)}\n`);
	};
	const { cases, values } = await measureSubmissionSize(isQuick);
	keep("cases of an exercise", [cases]);
	keep("numbers in a value, 10 cases", [values]);

	const sizes = [1_000, 10_000, 100_000, ...(isQuick ? [] : [1_000_000])];
	const rows = await measureStoredRows(sizes, (count, tookMs) =>
		console.log(`${count} rows filled in ${Math.round(tookMs / 1000)} s`),
	);
	keep("submissions stored, median ms", rows);

	const counts = [1, 3, 10, 30, 100, ...(isQuick ? [] : [300, 1_000])];
	const site = await startServer();
	try {
		const students = await signInStudents(site.url, Math.max(...counts));
		const curves = await measureStudentsAtOnce(workload, students, counts);
		keep("students at once", curves);
	} finally {
		await site.stop();
	}
	return found;
}
