import { HeapIndex, IndexedHeap } from "./indexed-heap.js";
import { Population } from "./population.js";
import { refuseWaits, SavedFields } from "../kernel/saved-fields.js";
export const NO_PLACE = -1;
/** Who waits, by priority (smaller number first) and within a priority first come, first served. O(log n) a change. */
export class WaitingLine extends SavedFields {
    population;
    name;
    index = new HeapIndex();
    heap = new IndexedHeap(this.index);
    items = [];
    free = [];
    sequence = 0;
    constructor(simulation, name) {
        super();
        this.name = name;
        this.population = new Population(simulation);
    }
    get unsaved() {
        return ["items"];
    }
    /** @throws SimulationError if somebody waits */
    save() {
        refuseWaits(this.name, this.items);
        return super.save();
    }
    restore(state) {
        super.restore(state);
        this.items.length = this.free.length; // nobody waits
    }
    get length() {
        return this.heap.size;
    }
    /** Place of the first; NO_PLACE if nobody waits. */
    get firstPlace() {
        return this.heap.size > 0 ? this.heap.top : NO_PLACE;
    }
    get first() {
        return this.heap.size > 0 ? this.items[this.heap.top] : undefined;
    }
    /** Whether one of this priority, coming now, would be the first. */
    wouldLead(priority) {
        return this.heap.size === 0 || priority < this.heap.topKey;
    }
    push(item, priority) {
        if (Number.isNaN(priority))
            throw new RangeError(`"${this.name}": found a priority of NaN, expected a number`);
        const place = this.free.pop() ?? this.items.length;
        this.items[place] = item;
        this.index.reserve(place + 1);
        this.index.rank[place] = this.sequence++;
        this.index.key[place] = priority;
        this.heap.push(place);
        this.population.reserve(place + 1);
        this.population.enter(place);
        return place;
    }
    /** Takes the first out: its wait is over. */
    shift() {
        return this.take(this.heap.top);
    }
    /** Takes out one whose wait is over. */
    take(place) {
        this.heap.remove(place);
        this.population.leave(place);
        return this.release(place);
    }
    /** The place of the first of those for whom `accepts` holds; NO_PLACE if there is none. Looks at all. */
    firstWhere(accepts) {
        let first = NO_PLACE;
        for (let n = 0; n < this.heap.size; n++) {
            const place = this.heap.itemAt(n);
            if (accepts(this.items[place]) && (first === NO_PLACE || this.isBefore(place, first)))
                first = place;
        }
        return first;
    }
    /** Takes out one that gives up. */
    remove(place) {
        this.heap.remove(place);
        this.population.drop(place);
        this.release(place);
    }
    isBefore(a, b) {
        const { key, rank } = this.index;
        return key[a] < key[b] || (key[a] === key[b] && rank[a] < rank[b]);
    }
    release(place) {
        const item = this.items[place];
        this.items[place] = undefined;
        this.free.push(place);
        return item;
    }
}
/** The customers' part of a station's counters, when the customers are those who wait to put or to get. */
export function addCounters(puts, gets) {
    return {
        arrivals: puts.arrivals + gets.arrivals,
        departures: puts.departures + gets.departures,
        losses: puts.losses + gets.losses,
        inStation: puts.inStation + gets.inStation,
        numberIntegral: puts.numberIntegral + gets.numberIntegral,
        residence: puts.residence + gets.residence,
    };
}
