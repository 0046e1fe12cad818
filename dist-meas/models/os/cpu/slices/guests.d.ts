import type { Accounting } from "./accounting.ts";
import { type EntityId } from "./fair-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";
export declare class Guests {
    #private;
    constructor({ simulation, cpus, queues }: SliceState, accounting: Accounting, turnEnds: TurnEnds);
    add(group: SliceGroup, vcpus: number): void;
    remove(group: SliceGroup): void;
    /** A task comes. Returns its vCPU if that was halted, and is to be woken up; else NONE. */
    enter(task: EntityId, group: SliceGroup): EntityId;
    /** A task leaves that is not on a CPU. False if its vCPU has no other, and halts. */
    leave(task: EntityId, group: SliceGroup): boolean;
    /** The task that the vCPU served has left it: the next one, or one that waits for another vCPU. False if there is none. */
    next(vcpu: EntityId, group: SliceGroup): boolean;
}
