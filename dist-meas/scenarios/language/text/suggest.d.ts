/** Did you mean: the candidate nearest to a misspelt word. */
/** The candidate with the fewest edits, if they are few enough to be a slip of the pen (a third of the word's length, and at least 1). */
export declare function nearest(word: string, candidates: readonly string[]): string | undefined;
/** `a`, `a or b`, `a, b or c`. */
export declare function listed(words: readonly string[]): string;
