/**
 * Units that are held for a while and given back: docks, licences, threads of a pool, repairmen. Who waits is served by priority, then
 * first come, first served; a large request at the head is not overtaken by small ones behind it.
 *
 * The audit's customers are those who wait; its servers are the units.
 */
import { type Process, Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import { WaitingLine } from "./waiting-line.ts";
export interface SemaphoreOptions {
    readonly name: string;
    /** An integer >= 1. */
    readonly units: number;
}
export declare class Semaphore extends SavedFields implements Station {
    readonly name: string;
    readonly kind = "semaphore";
    readonly units: number;
    readonly simulation: Simulation;
    readonly line: WaitingLine<Acquire>;
    private readonly held;
    /** @throws RangeError unless units is an integer >= 1 */
    constructor(simulation: Simulation, { name, units }: SemaphoreOptions);
    /** `yield* semaphore.acquire()`: waits for the units and takes them. Smaller priority numbers go first. */
    acquire(units?: number, priority?: number): Wait<void>;
    /** Takes the units if they are free and nobody is to go first. */
    tryAcquire(units?: number, priority?: number): boolean;
    /**
     * Gives units back.
     * @throws RangeError unless they are an integer from 1 to those held
     */
    release(units?: number): void;
    /** Grants what the head of the line waits for, as far as there are units; also when a large request has given up its place there. */
    letIn(): void;
    /** `yield* semaphore.use(work)`: acquires, does the work, and releases even if the work fails or is killed. */
    use<Result>(work: Process<Result>, units?: number, priority?: number): Process<Result>;
    private check;
    get free(): number;
    get queueLength(): number;
    counters(): StationCounters;
}
declare class Acquire extends Wait<void> {
    readonly units: number;
    private readonly semaphore;
    private readonly priority;
    private place;
    constructor(semaphore: Semaphore, units: number, priority: number);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
export {};
