/**
 * A level between 0 and a capacity that is raised and lowered by amounts: a fuel tank, a token bucket, a pool of memory. Who wants to
 * put more than there is room for, or get more than there is, waits: by priority, then first come, first served, not overtaken by
 * smaller amounts behind.
 *
 * The audit's customers are those who wait to put or get; its servers are units of the level.
 */
import { Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import { WaitingLine } from "./waiting-line.ts";
export interface LevelOptions {
    readonly name: string;
    /** Highest level, > 0. Default: no limit. */
    readonly capacity?: number;
    /** Level at the start. Default: 0. */
    readonly initial?: number;
}
export declare class Level extends SavedFields implements Station {
    readonly name: string;
    readonly kind = "level";
    readonly capacity: number;
    readonly puts: WaitingLine<Put>;
    readonly gets: WaitingLine<Get>;
    private readonly stock;
    /** @throws RangeError unless 0 <= initial <= capacity and capacity > 0 */
    constructor(simulation: Simulation, { name, capacity, initial }: LevelOptions);
    get level(): number;
    /** `yield* level.put(amount)`: waits for room and raises the level. */
    put(amount: number, priority?: number): Wait<void>;
    /** `yield* level.get(amount)`: waits until there is enough and lowers the level. */
    get(amount: number, priority?: number): Wait<void>;
    /** Puts if there is room and nobody waits to put before. Without success it counts as a loss: a full buffer drops what comes. */
    offer(amount: number): boolean;
    /** Gets if there is enough and nobody waits to get before. */
    tryGet(amount: number): boolean;
    counters(): StationCounters;
    raise(amount: number): void;
    lower(amount: number): void;
    /** Grants what has become possible; a put can make a get possible and the other way round. */
    settle(): void;
    private check;
}
declare class Put extends Wait<void> {
    readonly amount: number;
    private readonly station;
    private readonly priority;
    private place;
    constructor(station: Level, amount: number, priority: number);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
declare class Get extends Wait<void> {
    readonly amount: number;
    private readonly station;
    private readonly priority;
    private place;
    constructor(station: Level, amount: number, priority: number);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
export {};
