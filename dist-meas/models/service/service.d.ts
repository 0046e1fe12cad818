/** One application of one tenant: takes its requests and sees that an instance serves them. How is what units differ in. */
import type { Simulation } from "../../engine/index.ts";
import type { Instance } from "../instance/instance.ts";
import type { Instances } from "../instance/instances.ts";
import type { Lifecycle } from "../instance/lifecycle.ts";
import type { Destination, ServiceContext } from "../request/destination.ts";
import type { Execution } from "../request/execution.ts";
import { RequestQueue } from "../request/request-queue.ts";
import type { RequestTable } from "../request/request-table.ts";
/** What services of one host work with. */
export interface ServiceTools {
    readonly simulation: Simulation;
    readonly instances: Instances;
    readonly lifecycle: Lifecycle;
    readonly execution: Execution;
    readonly requests: RequestTable;
    /** Of all hosts, by number. */
    readonly services: readonly Service[];
    /** What services of the host have in common under this name, such as their platform; created at first mention. */
    shared<Thing>(name: string, create: () => Thing): Thing;
}
export declare abstract class Service implements Destination {
    readonly context: ServiceContext;
    /** Requests that no instance serves yet. */
    readonly queue: RequestQueue;
    protected readonly lifecycle: Lifecycle;
    protected readonly execution: Execution;
    protected readonly requests: RequestTable;
    constructor(context: ServiceContext, { lifecycle, execution, requests }: ServiceTools);
    /** True if it has an instance from the beginning, before any request. */
    abstract readonly isResident: boolean;
    /** At the beginning of the run. */
    abstract begin(): void;
    abstract offer(row: number): void;
    /** False while every waiting request waits for a start. */
    abstract hasReadyInstance(): boolean;
    /** An instance finished its start. */
    abstract ready(instance: Instance): void;
    abstract freed(instance: Instance): void;
    /** An instance is gone, its requests in service have failed with `failure`. */
    abstract ended(instance: Instance, failure: number): void;
    /** Of its instances, the one started first. */
    abstract oldest(): Instance | undefined;
}
