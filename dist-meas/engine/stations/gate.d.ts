/** A gate that lets all pass while it is open and makes all wait while it is closed: a signal, a barrier, a drawbridge. */
import { Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import { WaitingLine } from "./waiting-line.ts";
export interface GateOptions {
    readonly name: string;
    /** Default: closed. */
    readonly open?: boolean;
}
export declare class Gate extends SavedFields implements Station {
    readonly name: string;
    readonly kind = "gate";
    readonly line: WaitingLine<Pass>;
    private opened;
    constructor(simulation: Simulation, { name, open }: GateOptions);
    get isOpen(): boolean;
    get queueLength(): number;
    /** `yield* gate.pass()`: waits while the gate is closed. */
    pass(): Wait<void>;
    /** All who wait go on, in order of arrival, and the gate stays open. */
    open(): void;
    close(): void;
    /** All who wait now go on, and the gate stays as it is. */
    pulse(): void;
    /** The customers are those who wait; nobody serves them. */
    counters(): StationCounters;
}
declare class Pass extends Wait<void> {
    private readonly gate;
    private place;
    constructor(gate: Gate);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
export {};
