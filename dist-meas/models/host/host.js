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
import { nanoseconds } from "../../engine/index.js";
import { Disk } from "../hardware/disk/disk.js";
import { addressSpaceSwitch } from "../hardware/mmu/context-switch.js";
import { Nic } from "../network/nic.js";
import { createScheduler } from "../os/cpu/create.js";
import { Memory } from "../os/memory/memory.js";
import { Zram } from "../os/memory/zram.js";
import { PageCache } from "../os/storage/page-cache.js";
import { DiskPages } from "../os/storage/page-device.js";
export class Host {
    name;
    spec;
    cpu;
    memory;
    files;
    disk;
    swapDisk;
    port;
    costs;
    speed;
    #disks;
    /**
     * `prefix` begins the names of its stations, where there are several hosts. `onOutOfMemory` frees memory of a group, see `Memory`.
     * @throws Error if the swap or the system are on a disk that the host does not have
     */
    constructor(simulation, spec, onOutOfMemory, prefix = "") {
        this.name = spec.name;
        this.speed = spec.cpu.speed;
        this.spec = spec;
        const { mmu, os } = spec;
        this.costs = { minorFault: nanoseconds(mmu.minorFault), nestedFault: 0 };
        const contextSwitch = spec.cpu.contextSwitch + addressSpaceSwitch(mmu, spec.cpu);
        this.cpu = createScheduler(simulation, `${prefix}cores`, { ...spec.cpu, contextSwitch }, os.scheduler);
        const disks = new Map(Object.entries(spec.disks).map(([name, disk]) => [name, new Disk(simulation, name, disk, prefix)]));
        const diskNamed = (name) => {
            const disk = disks.get(name);
            if (disk === undefined)
                throw new Error(`host ${spec.name} has no disk "${name}"; it has: ${[...disks.keys()].join(", ")}`);
            return disk;
        };
        this.#disks = [...disks.values()];
        this.disk = diskNamed(spec.systemDisk);
        this.swapDisk = os.swap && diskNamed(os.swap.disk);
        this.port = new Nic(simulation, spec.nic, spec.network, prefix);
        this.memory = new Memory(simulation, {
            frames: Math.floor(spec.memory.size / mmu.pageSize),
            pageSize: mmu.pageSize,
            demandPaging: mmu.kind === "paged",
            swap: this.#swapAreas(),
            fileDevice: new DiskPages(this.disk, mmu.pageSize),
            ...os.paging,
            minorFault: nanoseconds(mmu.minorFault),
            majorFault: nanoseconds(mmu.majorFault),
            onOutOfMemory,
        });
        this.files = new PageCache(simulation, this.memory, this.disk);
    }
    /**
     * The host leaves, failed or shut down: its stations are audited for the last time, and their names are free for the host that comes back. Whatever ran
     * on it has ended, and what its devices had under way has, too.
     * @throws Error with what is still there; RangeError if a group of tasks is not empty; AuditError if a station's books do not balance
     */
    close() {
        this.files.close();
        const held = Object.entries(this.memory.left()).filter(([, count]) => count > 0);
        if (held.length > 0) {
            throw new Error(`host ${this.name} leaves while its memory still has ${held.map(([what, count]) => `${count} ${what}`).join(", ")}`);
        }
        this.cpu.close();
        for (const disk of this.#disks)
            disk.close();
        this.port.close();
    }
    #swapAreas() {
        const { mmu, os } = this.spec;
        const { swap, zram } = os;
        const areas = [];
        if (zram !== undefined) {
            const perPage = mmu.pageSize / 4096;
            const device = new Zram({
                ratio: zram.ratio,
                compress: nanoseconds(this.work(zram.compress * perPage, zram.speed)),
                decompress: nanoseconds(this.work(zram.decompress * perPage, zram.speed)),
                thread: this.#kernelThread(),
            });
            areas.push({ device, pages: Math.floor(zram.size / mmu.pageSize) });
        }
        if (swap !== undefined && this.swapDisk !== undefined) {
            areas.push({ device: new DiskPages(this.swapDisk, mmu.pageSize), pages: Math.floor(swap.size / mmu.pageSize) });
        }
        return areas;
    }
    /** The kernel's reclaim thread: one task of normal weight. Source: Linux has one kswapd for each memory node. */
    #kernelThread() {
        const group = this.cpu.addGroup({ weight: 1, name: "kswapd" });
        return (work, done, arg) => {
            this.cpu.submit(group, Math.max(1, Math.round(work)), done, arg);
        };
    }
    /** CPU work measured as `time` seconds on a core of `speed`, in seconds of one of its own. */
    work(time, speed) {
        return time * (speed / this.speed);
    }
    /** Processor cycles as nanoseconds. */
    cycles(count) {
        return nanoseconds(count / this.spec.cpu.clock);
    }
}
