/**
 * A host of a fleet with what runs on it.
 *
 *     host ------ cores, memory, disks, network, kernel
 *     lifecycle - its instances: starts, idle load, ends
 *     shared ---- what its services have in common: platforms
 *     residents - memory of its system, of engines' daemons and platforms
 */
import { type Simulation } from "../../engine/index.ts";
import { Host } from "../host/host.ts";
import type { HostSpec } from "../host/spec.ts";
import type { Instance } from "../instance/instance.ts";
import type { Instances } from "../instance/instances.ts";
import { Lifecycle } from "../instance/lifecycle.ts";
import type { Resident } from "../service/unit.ts";
export interface MemberEvents {
    /** The instance can serve from now on. */
    onReady(instance: Instance): void;
    /** The instance has to go, with everything that it serves; `failure` says why. */
    kill(instance: Instance, failure: number): void;
    /** Begins the names of the random streams of a service. */
    nameOf(service: number): string;
}
export declare class Member {
    #private;
    readonly host: Host;
    readonly lifecycle: Lifecycle;
    /** `prefix` begins the names of its stations, where there are several hosts. */
    constructor(simulation: Simulation, spec: HostSpec, instances: Instances, events: MemberEvents, prefix?: string);
    /** Takes memory for what is there before the first instance. What is in constant use is never reclaimed. */
    addResidents(simulation: Simulation, residents: readonly Resident[]): void;
    shared<Thing>(name: string, create: () => Thing): Thing;
    /**
     * The host leaves, after its instances have ended and its devices have nothing under way: gives up what it held for all of them. A host of the same
     * name may come later.
     * @throws Error, RangeError or AuditError, see `Host.close`
     */
    close(): void;
    instances(): Generator<Instance, void, undefined>;
}
