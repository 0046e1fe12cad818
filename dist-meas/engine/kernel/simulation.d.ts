/**
 * A discrete-event simulation: clock, calendar, handlers, processes, random streams, and the stations to audit.
 *
 * This is the face that models see, and therefore has more methods than other classes: nearly all hand on to the part that does it, the
 * calendar, the run loop, the processes, the register of stations, the checkpoint.
 */
import type { Tracer } from "../observation/tracer.ts";
import { type RandomStream } from "../random/stream.ts";
import type { AuditReport } from "./audit.ts";
import { type Guards } from "./budgets.ts";
import { type EventHandle } from "./calendar.ts";
import { type Place, type Process, type ProcessHandle, type ProcessId, type Wait, type WaitingProcess } from "./process.ts";
import { type EventInfo, type Outcome } from "./run-loop.ts";
import type { Saveable, SavedState } from "./saved-state.ts";
import type { Station } from "./station.ts";
import { type Nanoseconds } from "./time.ts";
import { type FirstOf, type Waits } from "./waits.ts";
export type { EventHandle } from "./calendar.ts";
/** Number of a registered handler. */
export type HandlerId = number;
export interface SimulationOptions {
    /** Every random number follows from this and the name of its stream. */
    readonly seed: number | string;
    /** Mirrors every random draw: the other half of an antithetic pair. */
    readonly antithetic?: boolean;
    readonly guards?: Guards;
    readonly tracer?: Tracer;
}
export declare class Simulation {
    private readonly calendar;
    private readonly handlers;
    private readonly handlerNames;
    private readonly processes;
    private readonly timers;
    private readonly streams;
    private readonly stationRegister;
    private readonly parts;
    private readonly loop;
    constructor({ seed, antithetic, guards, tracer }: SimulationOptions);
    /** The clock [ns]. */
    get now(): Nanoseconds;
    /** Registers a handler, once per kind of event. Its name appears in traces and errors. */
    on(name: string, handle: (arg: number) => void): HandlerId;
    /**
     * Schedules an event at `time` [ns]; `arg` is a 32-bit integer for the handler.
     * @throws RangeError if `time` is in the past, beyond the horizon or not an integer
     */
    at(time: Nanoseconds, handler: HandlerId, arg?: number): EventHandle;
    /** Schedules an event `delay` [ns] from now. */
    after(delay: Nanoseconds, handler: HandlerId, arg?: number): EventHandle;
    /** Cancels a pending event. False, and harmless, for one that has run, is running, or was cancelled, and for 0. */
    cancel(event: EventHandle): boolean;
    /** The time for which an event is scheduled [ns]; -1 if it is not pending. */
    timeOf(event: EventHandle): Nanoseconds;
    /** Moves a pending event to another time, with a new place in the order. Returns its new handle; 0 for a stale one. */
    reschedule(event: EventHandle, time: Nanoseconds): EventHandle;
    /**
     * Runs a handler within the present event, for stations whose last act in an event is to tell that a customer is done: no event of
     * its own, so that it is neither counted nor traced.
     */
    call(handler: HandlerId, arg: number): void;
    /** The next events in the order in which they will run, at most `limit`. For people and debuggers: it looks at all. */
    pending(limit?: number): EventInfo[];
    /** Runs until nothing is pending, `stop` is called, or the next event lies beyond `until` [ns]; events at `until` still run. */
    run(until: Nanoseconds): Outcome;
    /** Executes one event, if one is pending up to `until`, and tells which: for debuggers and comparisons. */
    step(until?: Nanoseconds): EventInfo | undefined;
    /** Makes `run` return before the next event. */
    stop(): void;
    /** Events executed so far. */
    get eventCount(): number;
    /** 16 hexadecimal digits that depend on (time, handler, argument) of every event executed so far, in order. */
    fingerprint(): string;
    /** The stream of random numbers for one purpose; the same name gives the same stream. */
    stream(name: string): RandomStream;
    /** Has a process start when the present event is over, before anything else that is due. */
    spawn<Result>(name: string, process: Process<Result>): ProcessId<Result>;
    /** `yield* simulation.timeout(delay)`: waits [ns]; can be combined with other waits. */
    timeout(delay: Nanoseconds): Wait<void>;
    /** `yield simulation.hold(delay)`: waits [ns], the fastest way, but not to be combined with other waits. */
    hold(delay: Nanoseconds): undefined;
    /** For stations: the number of the running process, which is about to wait there; an error naming `what` if none runs. */
    runningProcess(what: string): number;
    /** For stations: the running process waits at `place`, as this customer of it, until `proceed`. */
    occupy(place: Place, customer: number): void;
    /** For stations: the process that has been served goes on within the present event. To be the last act of that event. */
    proceed(process: number): void;
    /** Waits for the end of a process and gives its result; throws its failure. */
    join<Result>(process: ProcessHandle<Result>): Wait<Result>;
    /** Waits for the first of several and gives up the others. */
    anyOf<Results extends readonly unknown[]>(...waits: Waits<Results>): Wait<FirstOf<Results>>;
    /** Waits for all of several and gives their results in order. */
    allOf<Results extends readonly unknown[]>(...waits: Waits<Results>): Wait<Results>;
    /** Throws an `Interrupt` in the process where it waits. False if it has ended. */
    interrupt(process: ProcessId, reason?: unknown): boolean;
    /** Ends the process at once; its `finally` blocks run. False if it has ended. */
    kill(process: ProcessId): boolean;
    /** Who waits for what since when, those that wait longest first: ask when a run ends early. */
    waiting(): WaitingProcess[];
    /** The same as text, one line a process. */
    describeWaiting(): string;
    /** Those that are audited, in the order in which they came. */
    get stations(): readonly Station[];
    /** Adds a station to those that are audited. Stations call it themselves. */
    register(station: Station): void;
    /**
     * A station leaves, because its host failed or was shut down: it is audited for the last time, and its name is free again. Withdraw first
     * who is in it, or let them finish: events that it has scheduled still come, and what it holds is no longer saved.
     * @throws AuditError if its books do not balance; SimulationError if it is not among `stations`
     */
    unregister(station: Station): void;
    /**
     * Checks the operational laws at every station. The report includes what was found at those that have left.
     * @throws AuditError on the first violation
     */
    audit(): AuditReport;
    /** Adds a part of the model's own state, under a name of its own, to what `save` saves. Stations and streams are saved anyway. */
    keep(name: string, part: Saveable): void;
    /** The part is no longer saved, and its name is free again. False if there is none of that name. */
    forget(name: string): boolean;
    /**
     * A copy of the whole state: events, clock, fingerprint, streams, stations and the parts given to `keep`.
     * @throws SimulationError if a process is alive (a suspended generator cannot be copied) or a station cannot be saved
     */
    save(): SavedState;
    /**
     * Goes on from a saved state, in this simulation or another one built by the same code: with the same handlers, and with the same stations
     * there, in the same order. With `streams: "own"` the random numbers start afresh from this simulation's own seed: many futures from one
     * past.
     * @throws SimulationError if the simulation was built differently
     */
    restore(state: SavedState, { streams }?: {
        readonly streams?: "continue" | "own";
    }): void;
    private get state();
    /** Lets a tracer look on, from the next run on; undefined: nobody. */
    attach(tracer: Tracer | undefined): void;
    /** Clock and next events, for a debugger. */
    toString(): string;
}
