/** A whole number of at least 1. */
export declare function positiveInteger(text: string): number;
/** Number of worker threads, 1 to 512. */
export declare function workers(text: string): number;
/** A seed: a safe integer, or any other text, which is used as it stands. */
export declare function seed(text: string): number | string;
/** One worker per core that this process may use. */
export declare const defaultWorkers: () => number;
