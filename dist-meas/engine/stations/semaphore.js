/**
 * Units that are held for a while and given back: docks, licences, threads of a pool, repairmen. Who waits is served by priority, then
 * first come, first served; a large request at the head is not overtaken by small ones behind it.
 *
 * The audit's customers are those who wait; its servers are the units.
 */
import { Wait } from "../kernel/process.js";
import { Occupancy } from "./occupancy.js";
import { SavedFields } from "../kernel/saved-fields.js";
import { NO_PLACE, WaitingLine } from "./waiting-line.js";
export class Semaphore extends SavedFields {
    name;
    kind = "semaphore";
    units;
    simulation;
    line;
    held;
    /** @throws RangeError unless units is an integer >= 1 */
    constructor(simulation, { name, units }) {
        super();
        if (!(Number.isInteger(units) && units >= 1))
            throw new RangeError(`semaphore "${name}": found ${units} units, expected an integer >= 1`);
        this.name = name;
        this.units = units;
        this.simulation = simulation;
        this.line = new WaitingLine(simulation, name);
        this.held = new Occupancy(simulation, units);
        simulation.register(this);
    }
    /** `yield* semaphore.acquire()`: waits for the units and takes them. Smaller priority numbers go first. */
    acquire(units = 1, priority = 0) {
        this.check(units);
        return new Acquire(this, units, priority);
    }
    /** Takes the units if they are free and nobody is to go first. */
    tryAcquire(units = 1, priority = 0) {
        this.check(units);
        if (units > this.free || !this.line.wouldLead(priority))
            return false;
        this.line.population.pass();
        this.held.change(units);
        return true;
    }
    /**
     * Gives units back.
     * @throws RangeError unless they are an integer from 1 to those held
     */
    release(units = 1) {
        if (!(Number.isInteger(units) && units >= 1 && units <= this.held.taken)) {
            throw new RangeError(`semaphore "${this.name}": found a release of ${units} units, expected an integer from 1 to the ${this.held.taken} that are held`);
        }
        this.held.change(-units);
        this.letIn();
    }
    /** Grants what the head of the line waits for, as far as there are units; also when a large request has given up its place there. */
    letIn() {
        for (let first = this.line.first; first !== undefined && first.units <= this.free; first = this.line.first) {
            this.line.shift();
            this.held.change(first.units);
            first.grant(undefined);
        }
    }
    /** `yield* semaphore.use(work)`: acquires, does the work, and releases even if the work fails or is killed. */
    *use(work, units = 1, priority = 0) {
        yield* this.acquire(units, priority);
        try {
            return yield* work;
        }
        finally {
            this.release(units);
        }
    }
    check(units) {
        if (Number.isInteger(units) && units >= 1 && units <= this.units)
            return;
        throw new RangeError(`semaphore "${this.name}": found a request for ${units} units, expected an integer from 1 to ${this.units}`);
    }
    get free() {
        return this.units - this.held.taken;
    }
    get queueLength() {
        return this.line.length;
    }
    counters() {
        return { ...this.line.population.counters(), ...this.held.counters() };
    }
}
class Acquire extends Wait {
    units;
    semaphore;
    priority;
    place = NO_PLACE;
    constructor(semaphore, units, priority) {
        super();
        this.semaphore = semaphore;
        this.units = units;
        this.priority = priority;
    }
    begin() {
        const { semaphore } = this;
        if (semaphore.tryAcquire(this.units, this.priority))
            return true;
        this.place = semaphore.line.push(this, this.priority);
        return false;
    }
    cancel(granted) {
        if (granted)
            this.semaphore.release(this.units);
        else {
            this.semaphore.line.remove(this.place);
            this.semaphore.letIn();
        }
    }
    describe() {
        return `${this.units === 1 ? "a unit" : `${this.units} units`} of semaphore "${this.semaphore.name}"`;
    }
}
