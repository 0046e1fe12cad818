/** How a command ended. docs/exit-codes.md and `plimsoll --help` are checked against this table. */
export declare const EXIT: {
    readonly ok: 0;
    readonly internal: 1;
    readonly usage: 2;
    readonly input: 3;
    readonly objective: 4;
    readonly precision: 6;
    readonly unstable: 7;
    readonly output: 8;
    readonly interrupted: 130;
    readonly terminated: 143;
};
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
/** What each code means. 5 is kept for a comparison with an earlier result. */
export declare const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[];
