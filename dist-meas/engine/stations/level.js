/**
 * A level between 0 and a capacity that is raised and lowered by amounts: a fuel tank, a token bucket, a pool of memory. Who wants to
 * put more than there is room for, or get more than there is, waits: by priority, then first come, first served, not overtaken by
 * smaller amounts behind.
 *
 * The audit's customers are those who wait to put or get; its servers are units of the level.
 */
import { NOBODY, Wait } from "../kernel/process.js";
import { Occupancy } from "./occupancy.js";
import { SavedFields } from "../kernel/saved-fields.js";
import { addCounters, NO_PLACE, WaitingLine } from "./waiting-line.js";
export class Level extends SavedFields {
    name;
    kind = "level";
    capacity;
    puts;
    gets;
    stock;
    /** @throws RangeError unless 0 <= initial <= capacity and capacity > 0 */
    constructor(simulation, { name, capacity = Infinity, initial = 0 }) {
        super();
        if (!(capacity > 0 && initial >= 0 && initial <= capacity)) {
            throw new RangeError(`level "${name}": found capacity ${capacity} and initial level ${initial}, expected 0 <= initial <= capacity > 0`);
        }
        this.name = name;
        this.capacity = capacity;
        this.puts = new WaitingLine(simulation, name);
        this.gets = new WaitingLine(simulation, name);
        this.stock = new Occupancy(simulation, capacity);
        this.stock.change(initial);
        simulation.register(this);
    }
    get level() {
        return this.stock.taken;
    }
    /** `yield* level.put(amount)`: waits for room and raises the level. */
    put(amount, priority = 0) {
        this.check(amount);
        return new Put(this, amount, priority);
    }
    /** `yield* level.get(amount)`: waits until there is enough and lowers the level. */
    get(amount, priority = 0) {
        this.check(amount);
        return new Get(this, amount, priority);
    }
    /** Puts if there is room and nobody waits to put before. Without success it counts as a loss: a full buffer drops what comes. */
    offer(amount) {
        this.check(amount);
        if (this.puts.length > 0 || amount > this.capacity - this.level) {
            this.puts.population.refuse();
            return false;
        }
        this.raise(amount);
        this.settle();
        return true;
    }
    /** Gets if there is enough and nobody waits to get before. */
    tryGet(amount) {
        this.check(amount);
        if (this.gets.length > 0 || amount > this.level)
            return false;
        this.lower(amount);
        this.settle();
        return true;
    }
    counters() {
        return { ...addCounters(this.puts.population.counters(), this.gets.population.counters()), ...this.stock.counters() };
    }
    // --- for the waits ---
    raise(amount) {
        this.puts.population.pass();
        this.stock.change(amount);
    }
    lower(amount) {
        this.gets.population.pass();
        this.stock.change(-amount);
    }
    /** Grants what has become possible; a put can make a get possible and the other way round. */
    settle() {
        for (;;) {
            const put = this.puts.first;
            const get = this.gets.first;
            if (put !== undefined && put.amount <= this.capacity - this.level) {
                this.puts.shift();
                this.stock.change(put.amount);
                put.grant(undefined);
            }
            else if (get !== undefined && get.amount <= this.level) {
                this.gets.shift();
                this.stock.change(-get.amount);
                get.grant(undefined);
            }
            else
                return;
        }
    }
    check(amount) {
        if (!(amount > 0 && amount <= this.capacity && amount < Infinity)) {
            throw new RangeError(`level "${this.name}": found an amount of ${amount}, expected more than 0 and at most the capacity, ${this.capacity}`);
        }
    }
}
class Put extends Wait {
    amount;
    station;
    priority;
    place = NO_PLACE;
    constructor(station, amount, priority) {
        super();
        this.station = station;
        this.amount = amount;
        this.priority = priority;
    }
    begin() {
        const { station } = this;
        if (station.puts.wouldLead(this.priority) && this.amount <= station.capacity - station.level) {
            station.raise(this.amount);
            station.settle();
            return true;
        }
        this.place = station.puts.push(this, this.priority);
        return false;
    }
    cancel(granted) {
        if (granted)
            return; // it is in
        this.station.puts.remove(this.place);
        this.station.settle();
    }
    describe() {
        return `room for ${this.amount} in level "${this.station.name}"`;
    }
}
class Get extends Wait {
    amount;
    station;
    priority;
    place = NO_PLACE;
    constructor(station, amount, priority) {
        super();
        this.station = station;
        this.amount = amount;
        this.priority = priority;
    }
    begin() {
        const { station } = this;
        if (station.gets.wouldLead(this.priority) && this.amount <= station.level) {
            station.lower(this.amount);
            station.settle();
            return true;
        }
        this.place = station.gets.push(this, this.priority);
        return false;
    }
    cancel(granted) {
        // What was got but will not be used goes back, ahead of all other puts.
        if (granted)
            new Put(this.station, this.amount, -Infinity).beginFor(NOBODY);
        else {
            this.station.gets.remove(this.place);
            this.station.settle();
        }
    }
    describe() {
        return `${this.amount} from level "${this.station.name}"`;
    }
}
