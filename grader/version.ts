/** The grader's own version: part of every receipt. Raise it when a verdict could change for the same inputs. */
export const graderVersion = "0.3.0";
