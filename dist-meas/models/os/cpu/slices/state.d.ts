import type { Simulation } from "../../../../engine/index.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import type { SlicesSpec } from "../spec.ts";
import { CoreThreads } from "./core-threads.ts";
import { CpuTable } from "./cpu-table.ts";
import { GroupTable } from "./group-table.ts";
import { RunQueues } from "./run-queues.ts";
import { SliceTasks } from "./slice-tasks.ts";
/** The tables on which the parts of a scheduler by slices work together. */
export declare class SliceState {
    readonly simulation: Simulation;
    /** Which hardware threads are busy, and how fast that lets each go. */
    readonly cores: CoreThreads;
    /** Who runs on them. */
    readonly cpus: CpuTable;
    /** Who waits for them. */
    readonly queues: RunQueues;
    readonly tasks: SliceTasks;
    readonly groups: GroupTable;
    constructor(simulation: Simulation, name: string, cpu: CpuSpec, spec: SlicesSpec);
}
