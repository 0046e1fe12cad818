/** Who waits for frames: page faults, and segments that are being filled. Faults come first; fills take turns. Records are used again. */
import type { HandlerId } from "../../../engine/index.ts";
import type { SegmentId } from "./segment.ts";
export interface FrameRequest {
    segment: SegmentId;
    done: HandlerId;
    arg: number;
    /** A page to be brought in, or -1: the segment is filled from `cursor` on. */
    page: number;
    cursor: number;
    /** Where the page was, see segment.ts, and how many pages of a file from it on are wanted; 0: a mapped page. */
    place: number;
    wanted: number;
}
export declare class FrameRequests {
    #private;
    /** Those that wait; while they are being served also those that need nothing more. */
    length: number;
    create(segment: SegmentId, done: HandlerId, arg: number, page: number, place: number, wanted: number): FrameRequest;
    push(request: FrameRequest): void;
    /** Its record may be used for another. */
    release(request: FrameRequest): void;
    /**
     * Lets `serve` try each once, first come first served, as long as `isWorthwhile`: thousands may wait for a few frames. Those that it serves are gone;
     * of the fills the first goes to the end.
     */
    serve(serve: (request: FrameRequest) => boolean, isWorthwhile: () => boolean): void;
    /** Who has waited longest, faults first; somebody must wait. */
    get first(): FrameRequest;
    /** Some request for which `condition` holds. */
    find(condition: (request: FrameRequest) => boolean): FrameRequest | undefined;
}
