/** What becomes of work under way when a study is interrupted. */
export declare class Interrupted extends Error {
}
/** Settles with the work, or is rejected as soon as the study is interrupted; what the work does later is nobody's business. */
export declare function orInterrupted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result>;
