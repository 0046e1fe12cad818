import type { EventHandle } from "./calendar.ts";
import { Wait, type Waiter } from "./process.ts";
import type { ProcessHost } from "./processes.ts";
import { type Nanoseconds } from "./time.ts";
/** The pending timeouts of a simulation, by number, because an event carries only a number. */
export declare class Timers {
    readonly host: ProcessHost;
    private readonly handler;
    private readonly table;
    private readonly free;
    constructor(host: ProcessHost);
    add(timeout: Timeout): number;
    start(index: number, time: Nanoseconds): EventHandle;
    /** How many are pending. */
    get pending(): number;
    release(index: number): void;
}
/** Waits for `delay` [ns]. Cancelled, it leaves no event behind. */
export declare class Timeout extends Wait<void> {
    private readonly timers;
    private readonly delay;
    /** Place among the timers and event, unless the waiter wakes itself. */
    private index;
    private event;
    constructor(timers: Timers, delay: Nanoseconds);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
/** Which of several waits was over first, and its result. */
export type FirstOf<Results extends readonly unknown[]> = {
    [Index in keyof Results]: {
        readonly index: Index extends `${infer Place extends number}` ? Place : number;
        readonly value: Results[Index];
    };
}[number];
export type Waits<Results extends readonly unknown[]> = {
    readonly [Index in keyof Results]: Wait<Results[Index]>;
};
/** Several waits at once, as one. */
declare abstract class Combination<Result> extends Wait<Result> implements Waiter {
    protected readonly waits: readonly Wait<unknown>[];
    protected begun: number;
    /** While the waits begin one by one, an end of the combination is not reported but returned. */
    protected isBeginning: boolean;
    constructor(waits: readonly Wait<unknown>[]);
    abstract granted(wait: Wait<unknown>): void;
    failed(wait: Wait<unknown>, error: unknown): void;
    /** Begins a wait; true if it is over at once. An error gives up those that have begun. */
    protected beginOne(wait: Wait<unknown>): boolean;
    protected abandonAllBut(one: Wait<unknown> | undefined): void;
}
/** Waits for the first of several; gives up the others at once. Among those over at the same instant, the first in event order wins. */
export declare class AnyOf<Results extends readonly unknown[]> extends Combination<FirstOf<Results>> {
    private winner;
    protected begin(): boolean;
    granted(wait: Wait<unknown>): void;
    protected cancel(granted: boolean): void;
    describe(): string;
    private decide;
}
/** Waits for all of several; the results come in the order of the waits. An error in one gives up the others. */
export declare class AllOf<Results extends readonly unknown[]> extends Combination<Results> {
    private missing;
    protected begin(): boolean;
    granted(): void;
    protected cancel(): void;
    describe(): string;
    private results;
}
export {};
