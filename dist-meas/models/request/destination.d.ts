/** What carrying out requests needs to know of whom they are for. */
import type { Nanoseconds, RandomStream } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import type { Instance } from "../instance/instance.ts";
import type { Template } from "../instance/template.ts";
import type { AppSpec } from "../workload/spec.ts";
import type { Program } from "./program.ts";
import type { RequestTable } from "./request-table.ts";
/** One application of one tenant: what all of its requests have in common. */
export interface ServiceContext {
    readonly id: number;
    /** "tenant 3 / telemetry": begins the names of its random streams. */
    readonly name: string;
    readonly app: AppSpec;
    /** Of the application in the deployment: what is measured is kept by it. */
    readonly appIndex: number;
    readonly program: Program;
    readonly template: Template;
    /** Where its requests come in and its instances run. */
    readonly host: Host;
    /** CPU work of each step that protocols and traps add, and of receiving a message [ns]. */
    readonly extraCpu: Float64Array;
    readonly receiveCpu: number;
    /** Added to the response time of every request: propagation both ways, virtual network [ns]. */
    readonly networkDelay: Nanoseconds;
    /** CPU demands of a request from a row of its trace, one draw a CPU step [s on a core of its speed]. */
    readonly demands: readonly ((row: number) => number)[];
    /** Which pages requests touch. */
    readonly pages: RandomStream;
}
/** Takes requests and sees that an instance serves them. */
export interface Destination {
    readonly context: ServiceContext;
    /** A request has arrived at the host. */
    offer(row: number): void;
    /** An instance ended a request and could take another. */
    freed(instance: Instance): void;
}
/** Counts requests. */
export interface RequestCounts {
    arrive(appIndex: number): void;
    /** `requests.parts` of `row` sum to its response time. */
    complete(requests: RequestTable, row: number, context: ServiceContext): void;
    /** `stay`: time in the system [ns]. */
    fail(appIndex: number, failure: number, stay: Nanoseconds): void;
}
