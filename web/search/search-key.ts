/** The key that goes to the search field from anywhere. */
export const searchKey = "/";

/**
 * The cookie that turns the key off. A key of one character must be one that a reader can do without: speech input and
 * shaky hands press it by accident (WCAG 2.2, 2.1.4).
 */
export const searchKeyCookie = "SEARCH_KEY";
