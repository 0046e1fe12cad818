import type { HandlerId, Nanoseconds, Simulation } from "../../../../engine/index.ts";
import { Population } from "../../../../engine/stations/population.ts";
import type { Stay, TaskGroupId } from "../scheduler.ts";
import { grown } from "../../../../engine/index.ts";
import { TaskTable } from "../task-table.ts";

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
  readonly population: Population;
  readonly #simulation: Simulation;

  constructor(simulation: Simulation) {
    super();
    this.#simulation = simulation;
    this.population = new Population(simulation);
  }

  override open(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number, now: Nanoseconds): number {
    const slot = super.open(group, demand, done, arg, now);
    if (this.entity.length < this.size) this.#growBooks();
    this.left[slot] = demand;
    this.used[slot] = 0;
    this.steal[slot] = 0;
    this.population.enter(slot);
    return slot;
  }

  override close(slot: number): void {
    this.usedByDeparted += this.used[slot];
    this.population.leave(slot);
    super.close(slot);
  }

  /** Fills in where the time went: demand, throttling and steal are known, the rest is waiting. */
  split(slot: number, throttledTime: Nanoseconds, stay: Stay): void {
    const time = this.#simulation.now - this.submitted[slot];
    stay.running = Math.min(Math.round(this.demand[slot]), time);
    stay.throttled = Math.min(throttledTime - this.throttled[slot], time - stay.running);
    stay.steal = Math.min(this.steal[slot], time - stay.running - stay.throttled);
    stay.waiting = time - stay.running - stay.throttled - stay.steal;
  }

  /** Core time used by all tasks as far as booked. */
  totalUsed(): Nanoseconds {
    let total = this.usedByDeparted;
    for (let slot = 0; slot < this.size; slot++) if (this.population.isPresent(slot)) total += this.used[slot];
    return total;
  }

  #growBooks(): void {
    const { size } = this;
    this.entity = grown(this.entity, size);
    this.left = grown(this.left, size);
    this.used = grown(this.used, size);
    this.steal = grown(this.steal, size);
    this.throttled = grown(this.throttled, size);
    this.population.reserve(size);
  }
}
