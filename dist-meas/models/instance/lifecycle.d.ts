/** Starting and ending the instances of one host, and what they do when they have nothing to do. */
import { type Nanoseconds, type Simulation } from "../../engine/index.ts";
import { type Memory } from "../os/memory/memory.ts";
import type { System } from "../os/system.ts";
import { type Instance } from "./instance.ts";
import type { Instances } from "./instances.ts";
import type { Template } from "./template.ts";
export interface LifecycleEvents {
    /** The instance can serve from now on. */
    onReady(instance: Instance): void;
    /** A guest's kernel has run out of memory and ends its application: the instance has to go. */
    onGuestOutOfMemory(instance: Instance): void;
    /** Delay of an instance's first idle tick [ns]; a random phase keeps guests from ticking in step. */
    idlePhase(instance: Instance): Nanoseconds;
}
export declare class Lifecycle {
    #private;
    /** Idle instances of platforms that had to go for others. */
    evictions: number;
    /** Instances of this host that can serve. */
    ready: number;
    constructor(simulation: Simulation, host: System, instances: Instances, events: LifecycleEvents);
    /** A new instance of `service`, which begins to start when the present event is over. */
    start(service: number, template: Template): Instance;
    /** Ends an instance that has no request in service: its work stops, its memory is free. */
    end(instance: Instance): void;
    /** Memories of the guests that page by themselves. */
    guestMemories(): Memory[];
    /** Page faults and kills of the host and of all guests there have been [1]. */
    memoryEvents(): {
        readonly minorFaults: number;
        readonly majorFaults: number;
        readonly kills: number;
    };
    /** Bytes of its own that an instance has in frames and on swap. */
    usedBytes({ segments }: Instance): number;
}
