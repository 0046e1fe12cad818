/**
 * A buffer of items, first in, first out: a mailbox, a message queue, the space between two machines. `put` waits while it is full
 * (blocking), `offer` drops the item instead (loss), `get` waits while it is empty. Who wants only items of a kind takes the first of
 * them, and does not hold up those behind: an item goes to the first in line who wants it. A full store takes in nothing, be it wanted or not.
 *
 * The audit's customers are the items, its servers the places: Little's law relates their number to their time in the store.
 */
import { NOBODY, Wait } from "../kernel/process.js";
import { Deque } from "./deque.js";
import { capacityIntegral } from "./occupancy.js";
import { Population } from "./population.js";
import { SavedFields } from "../kernel/saved-fields.js";
import { NO_PLACE, WaitingLine } from "./waiting-line.js";
export class Store extends SavedFields {
    name;
    kind = "store";
    capacity;
    simulation;
    puts;
    gets;
    items = new Deque();
    /** Items at the front that nobody who waits wants. */
    unwanted = 0;
    /** How many of those who wait to get do not want just any item. */
    choosy = 0;
    free = [];
    population;
    /** @throws RangeError unless capacity is at least 1 */
    constructor(simulation, { name, capacity = Infinity }) {
        super();
        if (!(capacity >= 1))
            throw new RangeError(`store "${name}": found a capacity of ${capacity} items, expected at least 1`);
        this.name = name;
        this.capacity = capacity;
        this.puts = new WaitingLine(simulation, name);
        this.gets = new WaitingLine(simulation, name);
        this.population = new Population(simulation);
        this.simulation = simulation;
        simulation.register(this);
    }
    /** Items in the store. */
    get length() {
        return this.items.length;
    }
    get isFull() {
        return this.items.length >= this.capacity;
    }
    /** `yield* store.put(item)`: waits for a place. */
    put(item, priority = 0) {
        return new StorePut(this, item, priority);
    }
    /** Puts the item if there is a place and nobody waits for it; otherwise the item is lost: false. */
    offer(item) {
        if (this.isFull || this.puts.length > 0) {
            this.population.refuse();
            return false;
        }
        this.insert(item);
        this.settle();
        return true;
    }
    /**
     * `const item = yield* store.get()`: waits for the first item and takes it; for the first for which `wanted` holds if that is given, e.g.
     * `store.get((message) => message.to === me)`. `wanted` must depend on the item alone. It is asked about each item that is there, and
     * then about each that comes, until one is taken.
     */
    get(wanted, priority = 0) {
        return new StoreGet(this, wanted, priority);
    }
    /** Items are saved as they are: let them be plain data. */
    save() {
        return { fields: super.save(), items: [...this.items] };
    }
    restore(state) {
        const { fields, items } = state;
        super.restore(fields);
        while (this.items.length > 0)
            this.items.shift();
        for (const item of items)
            this.items.push(item);
    }
    counters() {
        const counters = this.population.counters();
        return {
            ...counters,
            busyIntegral: counters.numberIntegral,
            workDone: counters.residence,
            capacityIntegral: capacityIntegral(this.capacity, this.simulation.now),
        };
    }
    // --- for the waits ---
    insert(item, inFront = false) {
        const slot = this.free.pop() ?? this.items.length;
        this.population.reserve(slot + 1);
        this.population.enter(slot);
        if (inFront) {
            this.items.unshift({ item, slot });
            this.unwanted = 0;
        }
        else
            this.items.push({ item, slot });
    }
    /** Takes the item at `index`. */
    extract(index) {
        const { item, slot } = this.items.removeAt(index);
        if (index < this.unwanted)
            this.unwanted--;
        this.population.leave(slot);
        this.free.push(slot);
        return item;
    }
    /** Index of the first item wanted; -1 if there is none. */
    find(wanted) {
        if (wanted === undefined)
            return this.items.length > 0 ? 0 : -1;
        for (let index = 0; index < this.items.length; index++)
            if (wanted(this.items.at(index).item))
                return index;
        return -1;
    }
    /** One who waits to get has joined (1) or left (-1) the line. */
    countGet(get, change) {
        if (get.wanted !== undefined)
            this.choosy += change;
    }
    /** Grants what has become possible; a put can make a get possible and the other way round. */
    settle() {
        for (;;) {
            if (this.puts.length > 0 && !this.isFull) {
                const put = this.puts.shift();
                this.insert(put.item, put.isReturn);
                put.grant(undefined);
            }
            else if (!this.handOver())
                return;
        }
    }
    /** Gives the first item that somebody waits for to the first who does; false if there is none. */
    handOver() {
        for (; this.unwanted < this.items.length; this.unwanted++) {
            const { item } = this.items.at(this.unwanted);
            const place = this.choosy === 0 ? this.gets.firstPlace : this.gets.firstWhere(({ wanted }) => wanted === undefined || wanted(item));
            if (place === NO_PLACE)
                continue;
            const get = this.gets.take(place);
            this.countGet(get, -1);
            get.grant(this.extract(this.unwanted));
            return true;
        }
        return false;
    }
}
class StorePut extends Wait {
    item;
    /** Brings back what was taken out but not used. */
    isReturn;
    store;
    priority;
    place = NO_PLACE;
    constructor(store, item, priority) {
        super();
        this.store = store;
        this.item = item;
        this.priority = priority;
        this.isReturn = priority === -Infinity;
    }
    begin() {
        const { store } = this;
        if (!store.isFull && store.puts.wouldLead(this.priority)) {
            store.puts.population.pass();
            store.insert(this.item, this.isReturn);
            store.settle();
            return true;
        }
        this.place = store.puts.push(this, this.priority);
        return false;
    }
    cancel(granted) {
        if (!granted)
            this.store.puts.remove(this.place);
    }
    describe() {
        return `a place in store "${this.store.name}"`;
    }
}
class StoreGet extends Wait {
    wanted;
    store;
    priority;
    place = NO_PLACE;
    constructor(store, wanted, priority) {
        super();
        this.store = store;
        this.wanted = wanted;
        this.priority = priority;
    }
    /** Whatever is there nobody else wants, or he would have it. */
    begin() {
        const { store } = this;
        const index = store.find(this.wanted);
        if (index >= 0) {
            store.gets.population.pass();
            this.result = store.extract(index);
            store.settle();
            return true;
        }
        this.place = store.gets.push(this, this.priority);
        store.countGet(this, 1);
        return false;
    }
    cancel(granted) {
        if (granted) {
            new StorePut(this.store, this.result, -Infinity).beginFor(NOBODY);
        }
        else {
            this.store.gets.remove(this.place);
            this.store.countGet(this, -1);
        }
    }
    describe() {
        return `an item from store "${this.store.name}"`;
    }
}
