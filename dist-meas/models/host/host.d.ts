/**
 * A system on metal: cores, memory, disks and network interface as stations of one simulation, and the kernel on them.
 *
 *     cpu ------ scheduler of the cores (fluid or slices)
 *     memory --- frames --- swap: zram, then a disk
 *       |            \----- file device: the system disk
 *     files ---- page cache over memory and the system disk
 *     disk ----- the system disk;   swapDisk: the same or another
 *     port ----- network interface and the way to the clients
 */
import { type Nanoseconds, type Simulation } from "../../engine/index.ts";
import { Disk } from "../hardware/disk/disk.ts";
import { Nic } from "../network/nic.ts";
import type { CpuScheduler } from "../os/cpu/scheduler.ts";
import { type GroupId, Memory } from "../os/memory/memory.ts";
import { PageCache } from "../os/storage/page-cache.ts";
import type { System, SystemCosts } from "../os/system.ts";
import type { HostSpec } from "./spec.ts";
export declare class Host implements System {
    #private;
    readonly name: string;
    readonly spec: HostSpec;
    readonly cpu: CpuScheduler;
    readonly memory: Memory;
    readonly files: PageCache;
    readonly disk: Disk;
    readonly swapDisk: Disk | undefined;
    readonly port: Nic;
    readonly costs: SystemCosts;
    readonly speed: number;
    /**
     * `prefix` begins the names of its stations, where there are several hosts. `onOutOfMemory` frees memory of a group, see `Memory`.
     * @throws Error if the swap or the system are on a disk that the host does not have
     */
    constructor(simulation: Simulation, spec: HostSpec, onOutOfMemory: (group: GroupId) => boolean, prefix?: string);
    /**
     * The host leaves, failed or shut down: its stations are audited for the last time, and their names are free for the host that comes back. Whatever ran
     * on it has ended, and what its devices had under way has, too.
     * @throws Error with what is still there; RangeError if a group of tasks is not empty; AuditError if a station's books do not balance
     */
    close(): void;
    /** CPU work measured as `time` seconds on a core of `speed`, in seconds of one of its own. */
    work(time: number, speed: number): number;
    /** Processor cycles as nanoseconds. */
    cycles(count: number): Nanoseconds;
}
