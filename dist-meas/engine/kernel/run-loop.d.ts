import type { Tracer } from "../observation/tracer.ts";
import type { Budgets } from "./budgets.ts";
import type { Calendar } from "./calendar.ts";
import type { Processes } from "./processes.ts";
import { type Nanoseconds } from "./time.ts";
/** An event as people see it. */
export interface EventInfo {
    readonly time: Nanoseconds;
    readonly handler: string;
    readonly arg: number;
}
/** Why and when a run came back: nothing pending, the deadline reached, or `stop` called. */
export interface Outcome {
    readonly kind: "drained" | "deadline" | "stopped";
    readonly at: Nanoseconds;
}
/** What the loop turns: the calendar's events, for handlers by number, and processes that begin. */
interface Machinery {
    readonly calendar: Calendar;
    readonly handlers: readonly ((arg: number) => void)[];
    readonly handlerNames: readonly string[];
    readonly processes: Processes;
    readonly budgets: Budgets;
}
/** Takes one event after the other and runs its handler: the innermost loop of a simulation. */
export declare class RunLoop {
    /** Looks on, from the next run on. */
    tracer: Tracer | undefined;
    isRunning: boolean;
    private readonly calendar;
    private readonly handlers;
    private readonly handlerNames;
    private readonly processes;
    private readonly budgets;
    private isStopped;
    /** Events after this instant stay. */
    private limit;
    constructor({ calendar, handlers, handlerNames, processes, budgets }: Machinery);
    /** Runs until nothing is pending, `stop` is called, or the next event lies beyond `until` [ns]; events at `until` still run. */
    run(until: Nanoseconds): Outcome;
    /** Executes one event, if one is pending up to `until`, and tells which. */
    step(until: Nanoseconds): EventInfo | undefined;
    /** Makes `run` return before the next event. */
    stop(): void;
    private begin;
    private outcome;
    /** No event is ready: begins the processes that were spawned, or looks for the next event. False if the run is over. */
    private goesOn;
    /** Begins the process that was spawned first: an event like others, except that it passes by the calendar. Returns its number; -1 if it was killed before. */
    private beginProcess;
    private checkBudgets;
    private trace;
    private info;
    /** The error with the place and time where it happened, unless it tells them already. */
    private located;
    private placeOf;
}
export {};
