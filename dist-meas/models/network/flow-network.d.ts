/**
 * Links, paths over them, and messages that share them at max-min fair rates: the fluid model of flows that are treated alike. A message of one
 * packet sees at n others what it would see if packets took turns; a long one gets its share, and nobody waits for a whole message of
 * somebody else. Packets in turn end no later than the fluid by more than one packet a link (Parekh and Gallager, IEEE/ACM ToN 1(3), 1993).
 *
 * One event a message. A change costs O(links x paths on) and O(log n) in the number of messages of its path.
 */
import { type HandlerId, type Simulation, type Station } from "../../engine/index.ts";
export interface LinkOptions {
    readonly name: string;
    /** [B/s], > 0. */
    readonly bandwidth: number;
}
export interface PathOptions {
    /** Numbers of the links that it takes, each once. */
    readonly links: readonly number[];
    /** Rate of one message at most [B/s]. Default: no limit but the links'. */
    readonly limit?: number;
}
/** How messages share links, in words. */
export declare const SHARING = "messages share links at max-min fair rates";
export declare class FlowNetwork {
    /** Stations of the links, by number: a message is at all links of its path at once. */
    readonly links: readonly Station[];
    private readonly simulation;
    private readonly options;
    private readonly paths;
    private readonly fair;
    private readonly wake;
    private wakeEvent;
    private wakeInstant;
    /** Since then somebody has been under way; times of the fluid count from here, so that they are exact to far below a nanosecond [ns]. */
    private epoch;
    /** The fluid is known up to here, after the epoch [ns]; it may lie between two nanoseconds. */
    private clock;
    private underWay;
    /** The message that ends next: its path, and when, after the epoch [ns]. */
    private nextPath;
    private nextEnd;
    private readonly served;
    private readonly waiting;
    private readonly carried;
    private readonly departed;
    private readonly populations;
    private readonly ends;
    private size;
    private path;
    private done;
    private arg;
    private next;
    private firstFree;
    private readonly endedDone;
    private readonly endedArg;
    private ended;
    private told;
    private isTelling;
    constructor(simulation: Simulation, name: string, links: readonly LinkOptions[], paths: readonly PathOptions[]);
    /** Its host leaves, with no message under way: the links are audited for the last time, and their names are free again. */
    close(): void;
    /** A message of `size` [B] > 0 enters the path; `done(arg)` when its last byte is through. */
    send(path: number, size: number, done: HandlerId, arg: number): void;
    /** Brings the fluid up to now, through the ends of messages on the way. */
    private catchUp;
    /** Finds where a message ends next, and when; at the present rates. */
    private findNext;
    private flow;
    private end;
    /** Telling those that have ended is the last act. */
    private complete;
    /** Has the kernel call when the next message ends, or now if some have ended that were not told. */
    private plan;
    private countersOf;
    /** Bytes that messages on a path have had through so far, message by message. */
    private bytesUnderWay;
    private grow;
}
