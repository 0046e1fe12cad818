/**
 * Lets processes wait for what cores, memory and page cache tell by handler and number: who reads a story of several waits needs no handler for each.
 * A wait that is given up leaves a number behind that means nothing to anybody, so what was asked for may still be told.
 */
import { type HandlerId, type Simulation, Wait } from "../../engine/index.ts";
export declare class Completions {
    #private;
    /** `name` of the events. */
    constructor(simulation: Simulation, name: string);
    /**
     * `yield* completions.of("a core", (done, arg) => ...)`: waits until `done(arg)` is called, as the last act of an event. `begin` asks for it;
     * `abandon` takes that back, where it can be.
     */
    of(what: string, begin: (done: HandlerId, arg: number) => void, abandon?: () => void): Wait<void>;
    /** For its waits. */
    open(completion: Completion): {
        readonly done: HandlerId;
        readonly ticket: number;
    };
    forget(ticket: number): void;
}
declare class Completion extends Wait<void> {
    #private;
    constructor(owner: Completions, what: string, begin: (done: HandlerId, arg: number) => void, abandon: (() => void) | undefined);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
export {};
