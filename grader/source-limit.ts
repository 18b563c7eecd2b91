/** Longest source that is accepted and graded, in bytes of UTF-8. */
export const maxSourceBytes = 64 * 1024;
