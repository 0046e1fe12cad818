import { type HandlerId, type Nanoseconds, type Simulation } from "../../../../engine/index.ts";
import { Population } from "../../../../engine/stations/population.ts";
import type { TaskGroupId, TaskTimes } from "../scheduler.ts";
import { TaskTable } from "../task-table.ts";
/** A task that lacks less work than this has finished [ns]. */
export declare const GRAIN = 0.001;
/** The tasks of the scheduler by slices, with what each has had so far, and the station's books about them. */
export declare class SliceTasks extends TaskTable {
    #private;
    /** What a task is in the run queues. */
    entity: Int32Array<ArrayBuffer>;
    /** Work left [ns of one core]. */
    left: Float64Array<ArrayBuffer>;
    /** Core time used, switches included. */
    used: Float64Array<ArrayBuffer>;
    steal: Float64Array<ArrayBuffer>;
    /** Reading of the group's throttled time when the task came. */
    throttled: Float64Array<ArrayBuffer>;
    usedByDeparted: number;
    readonly population: Population;
    constructor(simulation: Simulation);
    open(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number, now: Nanoseconds): number;
    close(slot: number): void;
    /** Fills in where the time went: demand, throttling and steal are known, the rest is waiting. */
    split(slot: number, throttledTime: Nanoseconds, times: TaskTimes): void;
    /** Core time used by all tasks as far as booked. */
    totalUsed(): Nanoseconds;
}
