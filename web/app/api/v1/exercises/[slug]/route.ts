import {
	describeExercise,
	getExercise,
} from "../../../../../server/exercise-view.ts";
import { handle } from "../../../../../server/handle.ts";
import { operations } from "../../../../../server/operations.ts";

export const GET = handle(
	operations.getExercise,
	async ({ store, params: { slug } }) => ({
		value: describeExercise(await getExercise(store, slug)),
	}),
);
