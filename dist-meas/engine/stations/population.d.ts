import type { Simulation } from "../kernel/simulation.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
/**
 * Who came, left, was lost and is present at a station, with both sides of Little's law. Customers are known by slots, small integers
 * of the station's choice.
 */
export declare class Population extends SavedFields {
    arrivals: number;
    departures: number;
    losses: number;
    present: number;
    private readonly simulation;
    private integral;
    private clock;
    private departedResidence;
    private since;
    constructor(simulation: Simulation);
    /** Makes room for slots 0 .. count - 1. */
    reserve(count: number): void;
    enter(slot: number): void;
    leave(slot: number): void;
    /** One that is present is dropped: a loss, whose time in station still counts. */
    drop(slot: number): void;
    /** One is turned away at the door. */
    refuse(): void;
    /** One comes and leaves at the same instant. */
    pass(): void;
    isPresent(slot: number): boolean;
    /** Its part of the station's counters, brought up to now. */
    counters(): {
        arrivals: number;
        departures: number;
        losses: number;
        inStation: number;
        numberIntegral: number;
        residence: number;
    };
    private integrate;
}
