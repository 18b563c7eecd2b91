/**
 * Theory of operation. This process reads students' texts and runs none of them: one source comes in, one transformed
 * text or one complaint goes out. It is a kind of child of its own because parsing is the one part of grading that gains
 * from V8's compilers (only our own parser is ever compiled here) and because whatever a text does to the parser ends
 * with this process, which holds nothing but that text. The parent watches its clock and memory like any other child's.
 */
import { TransformError } from "../transform/syntax.ts";
import { transform } from "../transform/transform.ts";
import type { TransformJob } from "./messages.ts";
import { cpuTimeMs, report, serveJobs } from "./serve-jobs.ts";

interface Start {
	/** A text to practise on: the first source of a fresh process would wait for the parser to be compiled. */
	practice: string;
}

const practiceRounds = 8;

function answer({ source }: TransformJob): void {
	const startedMs = cpuTimeMs();
	let isClean = true;
	try {
		const { code, positions } = transform(source);
		report({ type: "transformed", code, positions: positions.data });
	} catch (error) {
		// Anything but a complaint about the text is a fault of ours: this process dies of it.
		if (!(error instanceof TransformError)) throw error;
		// A parser that ran out of stack has been somewhere it never is: nobody else shall get it.
		isClean = !error.isExhausted;
		const { line, column } = error;
		const message = error.message.slice(0, 1000);
		report({ type: "compile_error", message, line, column });
	}
	const cpuMs = cpuTimeMs() - startedMs;
	report({ type: "done", isClean, heapMib: 0, cpuMs });
}

serveJobs<Start, TransformJob>(({ practice }) => {
	for (let round = 0; round < practiceRounds; round++) transform(practice);
	return answer;
});
