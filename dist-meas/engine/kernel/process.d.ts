/**
 * Processes: generators that read as the story of what they simulate.
 *
 *     function* customer(simulation: Simulation, docks: Semaphore): Process {
 *       yield* docks.acquire(1);
 *       yield* simulation.timeout(nanoseconds(3));
 *       docks.release(1);
 *     }
 *     simulation.spawn("customer 1", customer(simulation, docks));
 *
 * A process yields what it waits for, and `yield*` gives back, typed, what came of it. Between two yields nothing else runs. It starts
 * when the present event is over, before anything else that is due, those spawned first first. It goes on after a wait by an event of
 * its own: in the present, after everything already due; after service at a station, within the event that ends the service.
 */
import { SimulationError } from "./failure.ts";
import type { Processes } from "./processes.ts";
import type { Nanoseconds } from "./time.ts";
/** The body of a process. It yields waits (best by `yield*`), or nothing after `hold`. */
export type Process<Result = void> = Generator<Wait<unknown> | undefined, Result, unknown>;
/** Who waits: a process, or a combination of several waits. */
export interface Waiter {
    /** The wait is over. Called once at most, and never from within `begin`. */
    granted(wait: Wait<unknown>): void;
    /** The wait is over with an error, to be thrown where the process waits. */
    failed(wait: Wait<unknown>, error: unknown): void;
    /** Goes on at `time` by an event of its own, which it also cancels if it gives up. Only processes can. */
    wakeAt?(time: Nanoseconds): void;
}
/** Does not care what becomes of a wait. */
export declare const NOBODY: Waiter;
/** A station at which the running process can be without an object for its wait. */
export interface Place {
    /** Takes a customer out that has not been served yet. */
    withdraw(customer: number): void;
    /** What is waited for, for people. */
    describeService(): string;
}
/**
 * Something to wait for, once: a timeout, units of a semaphore, an item of a store, the end of a process. Subclasses say how.
 *
 *     class Acquire extends Wait<void> {
 *       begin() { if (free) { take(); return true; }  queue.push(this); return false; }   // later: wait.grant(undefined)
 *       cancel(granted) { if (granted) release(); else queue.remove(this); }
 *       describe() { return `semaphore "docks"`; }
 *     }
 */
export declare abstract class Wait<Result> implements Iterator<Wait<unknown> | undefined, Result, unknown> {
    /** What came of it; valid once the wait is over. */
    result: Result | undefined;
    /** Over, although the waiter may not have heard yet. */
    isGranted: boolean;
    protected waiter: Waiter | undefined;
    private hasYielded;
    /** Begins to wait. True if there is nothing to wait for; `result` is set then. Otherwise calls `grant` or `fail` later. */
    protected abstract begin(): boolean;
    /**
     * Gives up: the waiter was interrupted, killed, or something else came first. Leaves no trace: no place in a queue, no pending event.
     * What was granted already, but will never be used, is given back.
     */
    protected abstract cancel(granted: boolean): void;
    /** What is waited for, for people: `2 units of semaphore "docks"`. */
    abstract describe(): string;
    /** For subclasses: ends the wait. */
    grant(result: Result): void;
    /** For subclasses: as `grant`, but a process goes on within the present event. To be the last act of that event. */
    grantLast(result: Result): void;
    /** For subclasses: ends the wait with an error. */
    fail(error: unknown): void;
    /** For waiters: begins the wait; true if it is over at once. */
    beginFor(waiter: Waiter): boolean;
    /** For waiters: whoever ends the wait from now on, perhaps because it is given up, tells nobody. */
    ignore(): void;
    /** For waiters: gives up the wait. */
    abandon(): void;
    [Symbol.iterator](): Iterator<Wait<unknown> | undefined, Result, unknown>;
    next(result: unknown): IteratorResult<Wait<unknown> | undefined, Result>;
    throw(error: unknown): IteratorResult<Wait<unknown> | undefined, Result>;
    return(value: unknown): IteratorResult<Wait<unknown> | undefined, Result>;
}
/** Thrown inside a process where it waits, by `simulation.interrupt`. */
export declare class Interrupt extends Error {
    readonly name = "Interrupt";
    /** What the interrupter gave as the reason. */
    readonly reason: unknown;
    constructor(reason: unknown);
}
/** A process threw. The message names it and the simulated time; `cause` is what it threw. */
export declare class ProcessFailure extends SimulationError {
    readonly name = "ProcessFailure";
}
/** Who waits for what since when. */
export interface WaitingProcess {
    readonly process: string;
    readonly waitsFor: string;
    readonly since: Nanoseconds;
}
export type ProcessState = "alive" | "ended" | "failed" | "killed";
/** A process that was spawned. `yield* handle` waits for its end and gives its result. */
export declare class ProcessHandle<Result = unknown> implements Waiter {
    readonly name: string;
    state: ProcessState;
    /** Result if it ended, error if it failed. */
    outcome: unknown;
    /** Place in the table of processes. */
    readonly index: number;
    body: Process<unknown> | undefined;
    waitsFor: Wait<unknown> | undefined;
    /** Its `finally` blocks may take a while yet. */
    isKilled: boolean;
    /** To be thrown at the next step. */
    error: unknown;
    /** Spawned, and not begun. */
    isStarting: boolean;
    /** Station where it is without a wait, and as which customer. */
    place: Place | undefined;
    customer: number;
    /** Those that wait for the end. */
    joins: Join<unknown>[] | undefined;
    private readonly processes;
    constructor(processes: Processes, index: number, name: string, body: Process<unknown>);
    granted(): void;
    /** Goes on within the present event. */
    proceed(): void;
    failed(_wait: Wait<unknown>, error: unknown): void;
    wakeAt(time: Nanoseconds): void;
    /** What it waits for, for people. */
    describeWait(): string;
    /** The wait for this process's end. */
    [Symbol.iterator](): Iterator<Wait<unknown> | undefined, Result, unknown>;
}
/** What `spawn` returns. */
export type ProcessId<Result = unknown> = ProcessHandle<Result>;
/** Waits for the end of a process; throws its failure. */
export declare class Join<Result> extends Wait<Result> {
    private readonly process;
    constructor(process: ProcessHandle<Result>);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
