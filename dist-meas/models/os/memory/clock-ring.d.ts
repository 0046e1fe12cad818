/**
 * Frames in a ring with a clock hand (second chance). A frame enters right behind the hand and so is looked at last.
 * Source: Corbató, A paging experiment with the Multics system, 1968; Carr and Hennessy, WSClock, SOSP 1981.
 */
import type { FrameTable } from "./frames.ts";
export declare class ClockRing {
    #private;
    length: number;
    constructor(frames: Pick<FrameTable, "next" | "previous">);
    add(frame: number): void;
    /** As if each of `count` frames from `first` on was added, one after the other. */
    addRun(first: number, count: number): void;
    remove(frame: number): void;
    /** The frame under the hand, which moves on; the ring must not be empty. */
    advance(): number;
}
