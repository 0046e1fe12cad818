/** A host as the observation sees it. */
import type { Station } from "../../engine/index.ts";
import type { SchedulerUsage } from "../os/cpu/scheduler.ts";
import type { Memory } from "../os/memory/memory.ts";
import type { StationRole } from "../vocabulary.ts";
import type { World } from "./world.ts";
export interface ObservedStation {
    readonly role: StationRole;
    /** On its host, as people call it: "cores", the disk's name in the scenario. */
    readonly name: string;
    readonly station: Station;
}
/** Counted since the beginning of the run, over the host and the guests on it that page by themselves [1]. */
export interface MemoryEvents {
    readonly minorFaults: number;
    readonly majorFaults: number;
    readonly kills: number;
}
export interface ObservedHost {
    readonly name: string;
    /** The same ones in the same order at every call; one with two roles is there twice. */
    stations(): readonly ObservedStation[];
    readonly memory: Pick<Memory, "pageSize" | "residentByKind" | "swapped" | "free">;
    memoryEvents(): MemoryEvents;
    /** Instances that can serve now. */
    readyInstances(): number;
    /** Idle instances that its platforms have evicted since the beginning. */
    evictions(): number;
    schedulerUsage(): SchedulerUsage;
}
/** The hosts of a world. */
export declare function observedHosts({ members }: World): readonly ObservedHost[];
