import type { Simulation } from "../kernel/simulation.ts";
import { Population } from "./population.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
/** A place in a waiting line; -1 is none. */
export type Place = number;
export declare const NO_PLACE: Place;
/** Who waits, by priority (smaller number first) and within a priority first come, first served. O(log n) a change. */
export declare class WaitingLine<Item> extends SavedFields {
    readonly population: Population;
    private readonly name;
    private readonly index;
    private readonly heap;
    private readonly items;
    private free;
    private sequence;
    constructor(simulation: Simulation, name: string);
    protected get unsaved(): readonly string[];
    /** @throws SimulationError if somebody waits */
    save(): unknown;
    restore(state: unknown): void;
    get length(): number;
    /** Place of the first; NO_PLACE if nobody waits. */
    get firstPlace(): Place;
    get first(): Item | undefined;
    /** Whether one of this priority, coming now, would be the first. */
    wouldLead(priority: number): boolean;
    push(item: Item, priority: number): Place;
    /** Takes the first out: its wait is over. */
    shift(): Item;
    /** Takes out one whose wait is over. */
    take(place: Place): Item;
    /** The place of the first of those for whom `accepts` holds; NO_PLACE if there is none. Looks at all. */
    firstWhere(accepts: (item: Item) => boolean): Place;
    /** Takes out one that gives up. */
    remove(place: Place): void;
    private isBefore;
    private release;
}
/** The customers' part of a station's counters, when the customers are those who wait to put or to get. */
export declare function addCounters(puts: ReturnType<Population["counters"]>, gets: ReturnType<Population["counters"]>): {
    arrivals: number;
    departures: number;
    losses: number;
    inStation: number;
    numberIntegral: number;
    residence: number;
};
