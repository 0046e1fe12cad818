/**
 * Who asks for frames gets them, at once or after waiting: faults before fills, first come first served (frame-requests.ts). Each time frames have
 * become free those that wait are asked, and afterwards reclaim keeps some free for the next. Who is stuck has somebody killed (out-of-memory.ts).
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import { FrameRequests } from "./frame-requests.ts";
import type { OutOfMemory } from "./out-of-memory.ts";
import type { Pages } from "./pages.ts";
import type { SegmentId, SegmentTable } from "./segment.ts";
export declare class FrameAllocator {
    #private;
    readonly waiting: FrameRequests;
    /** How pages are kept just now. */
    pages: Pages;
    /** Set before the first request: it is made after the pages that it needs. */
    outOfMemory: OutOfMemory;
    constructor(simulation: Simulation, segments: SegmentTable, pages: Pages);
    /** A frame for `page`, which was in `place`; or -1: frames for every page of the segment without a place. Then `done(arg)`. */
    request(segment: SegmentId, done: HandlerId, arg: number, page: number, place: number, wanted: number): void;
    /** Asks those that wait: `all` of them, or only as long as there is something to give. */
    ask(all: boolean): void;
    /** Frames may be free: those that wait go on. `all` are asked if some may have nothing to wait for any more. */
    serveWaiting(all?: boolean): void;
}
