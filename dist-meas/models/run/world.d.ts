/**
 * All hosts with all their tenants, wired and ready to run.
 *
 *     simulate ---- measurement (by application), observation (by host), audit
 *        |
 *      world --+--> members: a host each, with its lifecycle of instances
 *              +--> services: one a tenant and application, on the member that placement says
 *              +--> arrivals --> execution --> service --> instance, on its system
 *              \--> crashes --> kill --> execution fails what it serves, the service decides what follows
 */
import { type Simulation } from "../../engine/index.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import { Member } from "../fleet/member.ts";
import type { Instance } from "../instance/instance.ts";
import { Instances } from "../instance/instances.ts";
import { RequestTable } from "../request/request-table.ts";
import type { Service } from "../service/service.ts";
import type { Measurement } from "./measurement.ts";
/** When instances start and requests come, in words. */
export declare const START = "everything that runs all the time starts at once; requests come when all of it is ready";
export declare class World {
    #private;
    readonly simulation: Simulation;
    readonly deployment: DeploymentSpec;
    readonly members: readonly Member[];
    readonly instances: Instances;
    readonly requests: RequestTable;
    readonly services: Service[];
    /** Services whose first instance is not ready yet; functions have none to wait for. */
    readonly notReady: Set<number>;
    /** Builds the hosts and begins to start the instances that run all the time. */
    constructor(simulation: Simulation, deployment: DeploymentSpec, tenants: number, measurement: Measurement);
    /** All instances are ready: their memory comes to where it is when they have run for long. Runs the simulation. */
    settle(): void;
    /** Opens the doors: requests arrive from now on. */
    open(): void;
    /** Ends an instance with everything it serves; its service decides what follows. */
    kill(instance: Instance, failure?: number): void;
    /** The request in `row` has neither ended nor failed. */
    isAlive(row: number): boolean;
    /** The component to which the time since its mark will be added. */
    componentNow(row: number): number;
}
