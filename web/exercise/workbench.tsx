"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import { ConfirmDialog } from "../components/confirm-dialog.tsx";
import { Icon } from "../components/icon.tsx";
import type { ServerDraft } from "../draft/choose-draft.ts";
import { useDraft } from "../draft/use-draft.ts";
import { CodeEditor, type CodeEditorHandle } from "../editor/code-editor.tsx";
import type { MonacoFiles } from "../editor/monaco-files.ts";
import { ExercisePictures } from "../pictures/picture-list.tsx";
import { AttemptList, type AttemptView } from "../submission/attempt-list.tsx";
import { ProblemNotice } from "../submission/problem-notice.tsx";
import { useGrading } from "../submission/use-grading.ts";
import { VerdictView } from "../verdict/verdict-view.tsx";
import { CaseList } from "./case-list.tsx";
import { DraftChoice } from "./draft-choice.tsx";
import { DraftLine } from "./draft-line.tsx";
import type { ExerciseView } from "./exercise-view.ts";
import { GradingLine } from "./grading-line.tsx";
import { HintList } from "./hint-list.tsx";
import { type TabName, Tabs } from "./tabs.tsx";

interface WorkbenchProps {
	exercise: ExerciseView;
	/** The exercise's title and facts, made on the server. */
	heading: ReactNode;
	statement: ReactNode;
	userId: string | null;
	draft: ServerDraft | null;
	attempts: AttemptView[];
	nextExercise: { slug: string; title: string } | null;
	monacoFiles: MonacoFiles | null;
}

/** A replacement of the editor's text that waits for the student's yes. */
interface Replacement {
	kind: "reset" | "restore";
	source: string;
}

/** The exercise page's two sides: what to do and how it went on one, the editor on the other. */
export function Workbench(props: WorkbenchProps) {
	const {
		exercise,
		heading,
		statement,
		userId,
		draft,
		attempts,
		nextExercise,
		monacoFiles,
	} = props;
	const t = useTranslations("workbench");
	const router = useRouter();
	const editor = useRef<CodeEditorHandle>(null);
	const headline = useRef<HTMLHeadingElement>(null);
	const [tab, setTab] = useState<TabName>("statement");
	const [isPlain, setPlain] = useState(false);
	const [replacement, setReplacement] = useState<Replacement | null>(null);
	const [undoSource, setUndoSource] = useState<string | null>(null);
	const [initialSource] = useState(draft?.source ?? exercise.starter);

	const drafts = useDraft({
		slug: exercise.slug,
		userId,
		starter: exercise.starter,
		draft,
		editor,
	});
	const running = attempts.find(
		({ status }) => status === "queued" || status === "running",
	);
	const grading = useGrading({
		slug: exercise.slug,
		isSignedIn: userId !== null,
		runningId: running?.id ?? null,
		onGuest: (guestId) => drafts.keeper?.adopt(guestId),
	});
	const { shown } = grading;
	const focused = useRef<typeof shown>(null);

	// A verdict has come, or an earlier one was opened: show it, and mark its line in the editor.
	useEffect(() => {
		if (shown === null) return;
		setTab("verdict");
		const failure = shown.submission.verdict?.failure;
		const isSameText = shown.submission.source === editor.current?.getSource();
		if (failure?.line !== undefined && isSameText) {
			editor.current?.setMark({
				line: failure.line,
				column: failure.column ?? 1,
				message: failure.message,
			});
		}
		if (shown.isNew) router.refresh();
	}, [shown, router]);

	// Only when its tab is open can the verdict take the focus, and each verdict takes it once.
	useEffect(() => {
		if (tab !== "verdict" || shown === null || focused.current === shown)
			return;
		focused.current = shown;
		headline.current?.focus({ preventScroll: true });
		headline.current?.closest(".verdict")?.scrollIntoView({ block: "start" });
	}, [tab, shown]);

	const submit = useCallback((): void => {
		if (editor.current === null) return;
		editor.current.setMark(null);
		grading.submit(editor.current.getSource());
	}, [grading.submit]);

	const replace = (source: string): void => {
		if (editor.current === null) return;
		setUndoSource(editor.current.getSource());
		editor.current.setSource(source);
	};

	return (
		<div className="workbench">
			<div className="workbench-side">
				{heading}
				<Tabs
					selected={tab}
					onSelect={setTab}
					tabs={[
						{
							name: "statement",
							title: t("statement"),
							panel: (
								<>
									{statement}
									<ExercisePictures exercise={exercise} />
								</>
							),
						},
						{
							name: "cases",
							title: t("cases"),
							panel: (
								<CaseList
									cases={exercise.cases}
									functions={exercise.functions}
								/>
							),
						},
						{
							name: "hints",
							title: t("hints"),
							panel: <HintList hints={exercise.hints} />,
						},
						{
							name: "attempts",
							title: t("attempts"),
							count: attempts.length,
							panel: (
								<AttemptList
									attempts={attempts}
									shownId={shown?.submission.id ?? null}
									onOpen={grading.open}
								/>
							),
						},
						...(shown?.submission.verdict
							? [
									{
										name: "verdict" as const,
										title: t("verdict"),
										panel: (
											<>
												{shown.submission.source !== drafts.source && (
													<p className="verdict-origin">
														{t("otherSource")}{" "}
														<button
															className="link-button"
															type="button"
															onClick={() =>
																setReplacement({
																	kind: "restore",
																	source: shown.submission.source,
																})
															}
														>
															{t("restoreSource")}
														</button>
													</p>
												)}
												<VerdictView
													key={shown.submission.id}
													exercise={exercise}
													submission={shown.submission}
													verdict={shown.submission.verdict}
													nextExercise={nextExercise}
													onRevealLine={(line) =>
														editor.current?.revealLine(line)
													}
													headlineRef={headline}
												/>
											</>
										),
									},
								]
							: []),
					]}
				/>
			</div>

			<section className="workbench-editor" aria-label={t("editor")}>
				<div className="editor-bar">
					<span className="editor-language">TypeScript</span>
					<DraftLine
						status={drafts.state.status}
						isSignedIn={userId !== null}
					/>
					<span className="editor-bar-space" />
					{undoSource !== null && (
						<button
							className="button button-quiet button-small"
							type="button"
							onClick={() => {
								editor.current?.setSource(undoSource);
								setUndoSource(null);
							}}
						>
							<Icon name="undo" size={14} />
							{t("undo")}
						</button>
					)}
					<button
						className="button button-quiet button-small"
						type="button"
						onClick={() =>
							setReplacement({ kind: "reset", source: exercise.starter })
						}
					>
						{t("reset")}
					</button>
				</div>
				{drafts.state.other && (
					<DraftChoice
						savedAt={drafts.state.other.savedAt}
						other={drafts.state.other.source}
						isConflict={drafts.state.status === "conflict"}
						onKeep={() => drafts.keeper?.keepMine()}
						onTake={() => drafts.keeper && replace(drafts.keeper.takeOther())}
					/>
				)}
				<CodeEditor
					ref={editor}
					files={monacoFiles}
					initialSource={initialSource}
					label={t("editorLabel")}
					onChange={drafts.change}
					onSubmit={submit}
					onReady={(kind) => setPlain(kind === "plain")}
				/>
				{isPlain && <p className="editor-note">{t("plainEditor")}</p>}
				<noscript>
					<p className="editor-note">{t("noScript")}</p>
				</noscript>
				{grading.problem && (
					<ProblemNotice
						problem={grading.problem}
						onClose={grading.dismissProblem}
					/>
				)}
				<div className="editor-actions">
					<GradingLine grading={grading} />
					<button
						className="button button-primary"
						type="button"
						onClick={submit}
						aria-disabled={grading.phase !== "idle"}
					>
						{t("submit")}
						<span className="submit-keys" aria-hidden="true">
							<kbd>Ctrl</kbd> <kbd>↵</kbd>
						</span>
					</button>
				</div>
			</section>

			<ConfirmDialog
				isOpen={replacement !== null}
				title={
					replacement?.kind === "restore" ? t("restoreTitle") : t("resetTitle")
				}
				text={
					replacement?.kind === "restore" ? t("restoreText") : t("resetText")
				}
				confirm={replacement?.kind === "restore" ? t("restore") : t("reset")}
				onConfirm={() => replacement && replace(replacement.source)}
				onClose={() => setReplacement(null)}
			/>
		</div>
	);
}
