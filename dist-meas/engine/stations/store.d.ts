/**
 * A buffer of items, first in, first out: a mailbox, a message queue, the space between two machines. `put` waits while it is full
 * (blocking), `offer` drops the item instead (loss), `get` waits while it is empty. Who wants only items of a kind takes the first of
 * them, and does not hold up those behind: an item goes to the first in line who wants it. A full store takes in nothing, be it wanted or not.
 *
 * The audit's customers are the items, its servers the places: Little's law relates their number to their time in the store.
 */
import { Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import { WaitingLine } from "./waiting-line.ts";
export interface StoreOptions {
    readonly name: string;
    /** Items at most, an integer >= 1. Default: no limit. */
    readonly capacity?: number;
}
export declare class Store<Item> extends SavedFields implements Station {
    readonly name: string;
    readonly kind = "store";
    readonly capacity: number;
    private readonly simulation;
    readonly puts: WaitingLine<StorePut<Item>>;
    readonly gets: WaitingLine<StoreGet<Item>>;
    private readonly items;
    /** Items at the front that nobody who waits wants. */
    private unwanted;
    /** How many of those who wait to get do not want just any item. */
    private choosy;
    private free;
    private readonly population;
    /** @throws RangeError unless capacity is at least 1 */
    constructor(simulation: Simulation, { name, capacity }: StoreOptions);
    /** Items in the store. */
    get length(): number;
    get isFull(): boolean;
    /** `yield* store.put(item)`: waits for a place. */
    put(item: Item, priority?: number): Wait<void>;
    /** Puts the item if there is a place and nobody waits for it; otherwise the item is lost: false. */
    offer(item: Item): boolean;
    /**
     * `const item = yield* store.get()`: waits for the first item and takes it; for the first for which `wanted` holds if that is given, e.g.
     * `store.get((message) => message.to === me)`. `wanted` must depend on the item alone. It is asked about each item that is there, and
     * then about each that comes, until one is taken.
     */
    get(wanted?: (item: Item) => boolean, priority?: number): Wait<Item>;
    /** Items are saved as they are: let them be plain data. */
    save(): unknown;
    restore(state: unknown): void;
    counters(): StationCounters;
    insert(item: Item, inFront?: boolean): void;
    /** Takes the item at `index`. */
    extract(index: number): Item;
    /** Index of the first item wanted; -1 if there is none. */
    find(wanted: ((item: Item) => boolean) | undefined): number;
    /** One who waits to get has joined (1) or left (-1) the line. */
    countGet(get: StoreGet<Item>, change: 1 | -1): void;
    /** Grants what has become possible; a put can make a get possible and the other way round. */
    settle(): void;
    /** Gives the first item that somebody waits for to the first who does; false if there is none. */
    private handOver;
}
declare class StorePut<Item> extends Wait<void> {
    readonly item: Item;
    /** Brings back what was taken out but not used. */
    readonly isReturn: boolean;
    private readonly store;
    private readonly priority;
    private place;
    constructor(store: Store<Item>, item: Item, priority: number);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
declare class StoreGet<Item> extends Wait<Item> {
    readonly wanted: ((item: Item) => boolean) | undefined;
    private readonly store;
    private readonly priority;
    private place;
    constructor(store: Store<Item>, wanted: ((item: Item) => boolean) | undefined, priority: number);
    /** Whatever is there nobody else wants, or he would have it. */
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
export {};
