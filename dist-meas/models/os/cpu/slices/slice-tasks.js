import { grown } from "../../../../engine/index.js";
import { Population } from "../../../../engine/stations/population.js";
import { TaskTable } from "../task-table.js";
/** A task that lacks less work than this has finished [ns]. */
export const GRAIN = 1e-3;
/** The tasks of the scheduler by slices, with what each has had so far, and the station's books about them. */
export class SliceTasks extends TaskTable {
    /** What a task is in the run queues. */
    entity = new Int32Array(0);
    /** Work left [ns of one core]. */
    left = new Float64Array(0);
    /** Core time used, switches included. */
    used = new Float64Array(0);
    steal = new Float64Array(0);
    /** Reading of the group's throttled time when the task came. */
    throttled = new Float64Array(0);
    usedByDeparted = 0;
    population;
    #simulation;
    constructor(simulation) {
        super();
        this.#simulation = simulation;
        this.population = new Population(simulation);
    }
    open(group, demand, done, arg, now) {
        const slot = super.open(group, demand, done, arg, now);
        if (this.entity.length < this.size)
            this.#growBooks();
        this.left[slot] = demand;
        this.used[slot] = 0;
        this.steal[slot] = 0;
        this.population.enter(slot);
        return slot;
    }
    close(slot) {
        this.usedByDeparted += this.used[slot];
        this.population.leave(slot);
        super.close(slot);
    }
    /** Fills in where the time went: demand, throttling and steal are known, the rest is waiting. */
    split(slot, throttledTime, times) {
        const time = this.#simulation.now - this.submitted[slot];
        times.running = Math.min(Math.round(this.demand[slot]), time);
        times.throttled = Math.min(throttledTime - this.throttled[slot], time - times.running);
        times.steal = Math.min(this.steal[slot], time - times.running - times.throttled);
        times.waiting = time - times.running - times.throttled - times.steal;
    }
    /** Core time used by all tasks as far as booked. */
    totalUsed() {
        let total = this.usedByDeparted;
        for (let slot = 0; slot < this.size; slot++)
            if (this.population.isPresent(slot))
                total += this.used[slot];
        return total;
    }
    #growBooks() {
        const { size } = this;
        this.entity = grown(this.entity, size);
        this.left = grown(this.left, size);
        this.used = grown(this.used, size);
        this.steal = grown(this.steal, size);
        this.throttled = grown(this.throttled, size);
        this.population.reserve(size);
    }
}
