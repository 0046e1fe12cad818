import { CoreThreads } from "./core-threads.js";
import { CpuTable } from "./cpu-table.js";
import { GroupTable } from "./group-table.js";
import { RunQueues } from "./run-queues.js";
import { SliceTasks } from "./slice-tasks.js";
/** The tables on which the parts of a scheduler by slices work together. */
export class SliceState {
    simulation;
    /** Which hardware threads are busy, and how fast that lets each go. */
    cores;
    /** Who runs on them. */
    cpus;
    /** Who waits for them. */
    queues;
    tasks;
    groups;
    constructor(simulation, name, cpu, spec) {
        this.simulation = simulation;
        this.cores = new CoreThreads(simulation, cpu);
        const { count } = this.cores;
        this.cpus = new CpuTable(count);
        this.queues = new RunQueues(spec, count);
        this.tasks = new SliceTasks(simulation);
        this.groups = new GroupTable(name);
    }
}
