/** Statistics of samples, and of their parts as if they were runs. */
export declare function evaluate(samples: readonly number[]): Record<string, unknown>;
/** Comparisons between sources, the parts of their samples taken for runs. */
export declare function compare(responses: Readonly<Record<string, readonly number[]>>): unknown[];
