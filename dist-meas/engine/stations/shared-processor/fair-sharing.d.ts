import { RatioClasses } from "./ratio-classes.ts";
/** No member. */
export declare const NONE = -1;
export declare class FairSharing extends RatioClasses {
    /** Where `advance` is to go. */
    until: number;
    /** Share against others, > 0; set it before `join`. */
    weight: Float64Array<ArrayBuffer>;
    /** Rate at most, > 0; set it before `join` or `changeCap`. */
    cap: Float64Array<ArrayBuffer>;
    /** Service from the last `collect` to the alarm; set it before `settle`. */
    alarm: Float64Array<ArrayBuffer>;
    /** The cap in force. */
    private capNow;
    /** Reading of the class's clock at the last `collect`. */
    private collectedAt;
    private classOf;
    /** Instant of the next alarm at the present rates, Infinity if there is none. Valid after `settle`. */
    nextAlarm: number;
    /** Sum of all rates. Valid after `settle`. */
    totalRate: number;
    /** Service found by the last `collect`. */
    collected: number;
    /** ∫ sum of all rates dt. */
    served: number;
    /** ∫ capacity dt. */
    offered: number;
    private nextClass;
    /** Makes room for members 0 .. count - 1. */
    reserve(count: number): void;
    /** A member of this `weight` and `cap` starts to share, without an alarm. */
    join(member: number): void;
    leave(member: number): void;
    /** Puts a new `cap` in force for a member whose service has just been collected; its alarm has to be set again. */
    changeCap(member: number): void;
    /** The member whose alarm is at `nextAlarm`. */
    get nextMember(): number;
    /** Finds the service the member has had since the last time (or since it joined). */
    collect(member: number): void;
    /** What `collect` would find at instant `time >= this.time` if nothing changed in between. Changes nothing. */
    uncollected(member: number, time: number): number;
    /** Hands out service up to the instant `until`, at most `nextAlarm`; nothing happens if that is past. */
    advance(): void;
    /**
     * Finds the water level and the next alarm after changes at `time`; first sets the alarm of `member`, unless it is NONE. Long enough (more
     * than 460 bytecodes) for V8 not to inline it, which leaves its inlining budget to the callers.
     */
    settle(member: number): void;
    /** Counts time from `origin` from now on, and all clocks from zero, which keeps their readings small and therefore precise. */
    rebase(origin: number): void;
}
