import { summarizeExercise } from "../../../../server/exercise-view.ts";
import { handle } from "../../../../server/handle.ts";
import { operations } from "../../../../server/operations.ts";

export const GET = handle(operations.listExercises, async ({ store }) => ({
	value: { exercises: (await store.listExercises()).map(summarizeExercise) },
}));
