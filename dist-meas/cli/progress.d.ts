/** Progress on stderr: one line that is overwritten on a terminal, a line per milestone anywhere else, nothing when quiet. */
import type { OutputStream } from "./io.ts";
export type ProgressMode = "line" | "log" | "none";
export declare function progressMode(wanted: ProgressMode | "auto", quiet: boolean, stream: OutputStream, env: NodeJS.ProcessEnv): ProgressMode;
export declare class Progress {
    private readonly mode;
    private readonly stream;
    private readonly clock;
    private drawnAt;
    private drawn;
    /** `clock` [ms] only limits how often the line is drawn. */
    constructor(mode: ProgressMode, stream: OutputStream, clock?: () => number);
    /** What is going on now. Shown on a terminal only, and at most ten times a second. */
    update(text: string): void;
    /** Something is finished: a line that stays. */
    milestone(text: string): void;
    /** Takes the line away, so that something else can be written. */
    clear(): void;
}
