import type { Calendar, EventHandle } from "./calendar.ts";
import { type Process, ProcessHandle, type WaitingProcess } from "./process.ts";
import { type Nanoseconds } from "./time.ts";
import type { Tracer } from "../observation/tracer.ts";
/** What processes need of the simulation they live in. */
export interface ProcessHost {
    readonly now: Nanoseconds;
    on(name: string, handle: (arg: number) => void): number;
    at(time: Nanoseconds, handler: number, arg?: number): EventHandle;
    cancel(event: EventHandle): boolean;
    timeOf(event: EventHandle): Nanoseconds;
}
/** The processes of a simulation. One handler resumes them all; its argument is the process's place in the table. */
export declare class Processes {
    /** Place of the process whose body is running now. A number, because to store an object in an older one costs the garbage collector. */
    private inside;
    /** Those that have killed another, whose `finally` blocks run now. */
    private readonly outer;
    /** Number of processes that have not ended. */
    alive: number;
    /** Looks on at what processes do. */
    observer: Tracer["process"];
    /** Number of processes that were spawned and have not begun. */
    spawned: number;
    private readonly host;
    private readonly calendar;
    /** The handler that resumes processes. */
    readonly resumption: number;
    /** Places of those that were spawned and have not begun, first come first, from `next` on. */
    private starting;
    private next;
    private last;
    private readonly table;
    private readonly free;
    private wakeups;
    private since;
    constructor(host: ProcessHost, calendar: Calendar);
    /** Has a process start when the present event is over. */
    spawn<Result>(name: string, body: Process<Result>): ProcessHandle<Result>;
    /** Resumes a process in the present, after everything already due. */
    wake(process: ProcessHandle): void;
    wakeAt(process: ProcessHandle, time: Nanoseconds): void;
    /** Resumes the running process after `delay` [ns], once it has yielded. */
    hold(delay: Nanoseconds): undefined;
    /** The process whose body is running now. */
    get current(): ProcessHandle | undefined;
    /** The process that runs now and has not begun to wait; else an error for who called `what`. */
    running(what: string): ProcessHandle;
    /** The process at `index`, having been served at a station, goes on within the present event. */
    proceed(index: number): void;
    /** Of those that were spawned and have not begun, the first; undefined if it has been killed. `spawned` must not be 0. */
    takeSpawned(): ProcessHandle | undefined;
    /** Throws an `Interrupt` in the process where it waits. One that is on its way absorbs later ones. False if the process has ended. */
    interrupt(process: ProcessHandle, reason: unknown): boolean;
    /** Ends the process at once; its `finally` blocks run. False if it has ended already. */
    kill(process: ProcessHandle): boolean;
    private isRunning;
    /** Who waits for what since when, those that wait longest first. */
    waiting(): WaitingProcess[];
    private describeWait;
    /** Runs a process to its next wait, or its end. */
    step(process: ProcessHandle, how: "next" | "return"): void;
    /** Lets the body go on until it has to wait, or to its end. */
    private advanceToWait;
    private refuseWait;
    private refuseNothing;
    /** Lets the body go on with what its wait brought: a result or an error. */
    private advance;
    private end;
    private stopWaiting;
    private stopHolding;
    private release;
}
