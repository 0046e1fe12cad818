/**
 * The calendar: all pending events of a simulation.
 *
 * ORDER. Events leave in order of (time, sequence): by time, and among equal times in the order in which they were scheduled. An
 * event scheduled for the present runs in this instant, after everything that was already due in it. Rescheduling gives an event a
 * new place in the sequence. Cancelling one event changes the order of no other, and a cancelled event neither runs nor moves the
 * clock. Nothing else (no identity, hash, name, or state of the machine) has any influence.
 *
 * HOW. A ladder queue (Tang, Goh, Thng: ACM TOMACS 15(3), 2005): an event enters at most a few coarse zones and is sorted only when
 * it is nearly due, among a handful of neighbours. From the present to the future, the zones are
 *
 *     bottom     a sorted list: what is due now, and the next few events
 *     rungs      bucket lists; the deepest rung subdivides one bucket of the rung above it
 *     top        an unsorted array: everything beyond the buckets of rung 0
 *
 * Sequence numbers are neither stored nor compared. A zone's range depends on the time alone and only ever moves forward, so two
 * events of equal time always meet again in the same zone, and every transfer keeps those that came first in front. An event for the
 * present goes behind the last one due, which is remembered, so that it takes no search.
 *
 * MEMORY. One buffer, seen as doubles and as 32-bit words, so that an event costs no object and a checkpoint is one copy. Records of
 * 32 bytes are numbered by slot; the header takes the place of the first 16 slots, so that slot 0 can mean "none":
 *
 *     double 4k    time [ns]
 *     double 4k+1  unused
 *     word 8k+4    next slot of the list this one is in
 *     word 8k+5    handler; its complement, which is negative, when cancelled
 *     word 8k+6    argument
 *     word 8k+7    generation: how often an event in this slot has run, been cancelled or been dropped
 *
 * A handle is generation and slot in one number. The generation changes when the event leaves, so an old handle matches nothing (until
 * the slot has been used 2^29 times). A cancelled record is dropped when its zone is emptied, or swept when memory runs
 * short before that.
 *
 * SPEED. What a JavaScript engine spends here is instructions more than cache misses: each access to a typed array is five or six. So
 * the common path touches as few words as it can, and has its loops and rare cases in methods of their own.
 *
 * LENGTH. One file and one class, longer than others, because all of it reads the one buffer by the constants below, and V8 looks an
 * imported or exported name up each time it is used: in the queue station that was 9 % of all instructions.
 */
import { type Nanoseconds } from "./time.ts";
/** A pending event, or NONE. At least 2^31 from the first event on, so that V8 never meets it as a small integer. */
export type EventHandle = number;
/** The handle of no event. */
export declare const NONE: EventHandle;
/** All there is to know about a calendar (pending events, clock, fingerprint), as a copy. */
export interface CalendarState {
    readonly buffer: ArrayBuffer;
}
/** A pending event as a debugger wants to see it. */
export interface PendingEvent {
    readonly time: Nanoseconds;
    readonly handler: number;
    readonly arg: number;
}
export declare class Calendar {
    /** The whole state; seen also as `words`. Replaced when the calendar grows: do not keep across a `schedule`. */
    floats: Float64Array;
    words: Int32Array;
    constructor();
    get now(): Nanoseconds;
    /** Moves the clock forward although there is no event; nothing may be pending before `time`. */
    set now(time: Nanoseconds);
    /** Events after this instant are not taken. */
    set limit(time: Nanoseconds);
    /** Has `takeReady` find nothing until there is a limit again: the run looks around before it goes on. */
    pause(): void;
    /**
     * Adds an event for `time` [ns].
     * @throws RangeError if `time` is in the past, beyond the horizon or not an integer
     */
    schedule(time: Nanoseconds, handler: number, arg: number): EventHandle;
    /** Adds an event for the present. Takes no double, which a call that V8 does not inline would have to put into an object. */
    scheduleNow(handler: number, arg: number): EventHandle;
    /** Counts an event of the present that runs at once, without having been in the calendar: it is part of the fingerprint like all others. */
    pass(handler: number, arg: number): void;
    /** Removes a pending event. A stale handle is harmless: false. */
    cancel(event: EventHandle): boolean;
    /**
     * Gives a pending event another time and a new place in the sequence. A stale handle is harmless: NONE.
     * @throws RangeError as `schedule`; the event then stays where it is
     */
    reschedule(event: EventHandle, time: Nanoseconds): EventHandle;
    /** The time for which an event is scheduled [ns], or -1 for a stale handle. */
    timeOf(event: EventHandle): Nanoseconds;
    /**
     * Takes the next event and moves the clock to it. Returns its handler, and its argument is `arg` then; -1 if nothing is pending up to the
     * limit.
     */
    take(): number;
    /** As `take`, but short: also -1 when it is time to `refill`. */
    takeReady(): number;
    /** The argument of the event taken last. */
    get arg(): number;
    /** After `takeReady` found nothing: brings the next event to where it finds it. False if nothing is pending up to the limit. */
    refill(): boolean;
    /** The fingerprint, of an event of the present: cheap enough to stay on always. */
    private mix;
    /** 16 hexadecimal digits that depend on (time, handler, argument) of every event taken so far, in order. */
    get fingerprint(): string;
    /** Number of events taken so far. */
    get executed(): number;
    /** Has `isAtTarget` tell when `events` more have been taken, or already after 2^30. */
    set target(events: number);
    get isAtTarget(): boolean;
    /** After `take` found nothing: whether nothing is pending at all, rather than nothing up to the limit. */
    get isDrained(): boolean;
    /** Number of pending events. Walks the free list: not for the hot path. */
    get size(): number;
    /** All pending events in the order in which they will run. */
    pending(): PendingEvent[];
    save(): CalendarState;
    restore(state: CalendarState): void;
    /**
     * Puts the first free slot, which has been filled in, where its time belongs. Takes no double, which would be boxed, and is too long (more
     * than 460 bytecodes) for V8 to inline: that leaves its inlining budget to the handlers, in which `schedule` must be inlined.
     */
    private place;
    /** Puts the first free slot behind the other events of the present. */
    private placeNow;
    /** The last event of the present in the bottom; 0 if there is none. */
    private lastDue;
    /** The bottom is crowded: what is not due yet moves to the top, or becomes a rung. */
    private relieve;
    /** So far everything was kept in the bottom: makes this part of it the top, so that the first epoch sees all that is scheduled until then. */
    private lift;
    /** Fills the empty bottom with the next events. False if nothing is pending. */
    private load;
    /** Sorts a list, newest first, into the empty bottom; one that turns out to be long becomes a rung instead. Returns how many there were. */
    private unload;
    /** Turns a sorted list, and a list of older records (newest first), into a new deepest rung. False if there is no room for it. */
    private spill;
    /** Puts a list, oldest first, into the buckets of a rung. */
    private distribute;
    /** The rungs are used up and the top holds few events: all into the bottom, as everything from now on, until that is crowded. */
    private settle;
    /** The rungs are used up: spreads the sooner part of the top over a new rung 0. */
    private epoch;
    /** Median time of a few records of the top. */
    private sampleMedian;
    /** Factor on the bucket width, adjusted by how full the buckets of the last epoch were when their turn came. */
    private correction;
    /** In front of its bucket's list: lists are newest first. `place` does the same for rung 0. */
    private push;
    /** The handle of the event in a slot. */
    private handleOf;
    /** Marks a pending record as cancelled. */
    private mark;
    /** Frees a cancelled record. */
    private bury;
    private refuse;
    /** The free list ends with `last`: appends the slots of cancelled events if they are many, else a fresh one. */
    private replenish;
    /** Drops all cancelled records. */
    private sweep;
    private filterTop;
    /** The list without its cancelled records, in the same order. */
    private filterList;
    /** Doubles the capacity. */
    private grow;
    private get top();
    private get heads();
    private get headsEnd();
}
