/** The tasks of a scheduler that have not ended: slots in typed arrays, used again, and ids that tell a slot's tasks apart. */
import { type HandlerId, type Nanoseconds } from "../../../engine/index.ts";
import type { TaskGroupId, TaskId } from "./scheduler.ts";
export declare class TaskTable {
    #private;
    group: Int32Array<ArrayBuffer>;
    done: Int32Array<ArrayBuffer>;
    arg: Int32Array<ArrayBuffer>;
    demand: Float64Array<ArrayBuffer>;
    submitted: Float64Array<ArrayBuffer>;
    /** Slots there are, in use or not. */
    get size(): number;
    /** Whether `open` will enlarge the table. */
    get isFull(): boolean;
    open(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number, now: Nanoseconds): number;
    close(slot: number): void;
    idOf(slot: number): TaskId;
    /** The slot of a task; -1 for one that has ended. */
    slotOf(task: TaskId): number;
}
