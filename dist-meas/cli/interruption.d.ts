import { EXIT } from "./exit-codes.ts";
export interface Interruption {
    /** Aborted by the first SIGINT or SIGTERM: finish what there is. */
    readonly signal: AbortSignal;
    /** Exit code of the signal that came, if one came. */
    readonly code: typeof EXIT.interrupted | typeof EXIT.terminated | undefined;
    dispose(): void;
}
/** Listens for Ctrl-C and SIGTERM; the first one aborts the signal and calls `onFirst`, a later one quits at once. */
export declare function listenForInterruption(onFirst: () => void, clock?: () => number): Interruption;
