/** One application of one tenant: takes its requests and sees that an instance serves them. How is what the execution models differ in. */
import type { RandomStream } from "../../engine/index.ts";
import type { Template } from "../instance/template.ts";
import type { Instance } from "../instance/instance.ts";
import { RequestQueue } from "../request/request-queue.ts";
import type { ArrivalSource } from "../workload/arrivals.ts";
import type { Program } from "../request/program.ts";
import type { AppSpec } from "../workload/spec.ts";

/** What a service needs to know to serve requests; common to all execution models. */
export interface ServiceContext {
  readonly id: number;
  /** "tenant 3 / telemetry": begins the names of its random streams. */
  readonly name: string;
  readonly app: AppSpec;
  /** Of the application in the deployment: what is measured is kept by it. */
  readonly appIndex: number;
  readonly program: Program;
  readonly template: Template;
  /** CPU work of each step that protocols and traps add, and of receiving a message [ns]. */
  readonly extraCpu: Float64Array;
  readonly receiveCpu: number;
  /** Added to the response time of every request: propagation both ways, virtual network [ns]. */
  readonly networkDelay: number;
  readonly arrivals: readonly ArrivalSource[];
  readonly demands: readonly ((row: number) => number)[];
  /** Which pages requests touch. */
  readonly pages: RandomStream;
}

export abstract class Service {
  readonly context: ServiceContext;
  /** Requests that no instance serves yet. */
  readonly queue = new RequestQueue();

  constructor(context: ServiceContext) {
    this.context = context;
  }

  /** At the beginning of the run. */
  abstract begin(): void;
  /** A request has arrived at the host. */
  abstract offer(row: number): void;
  /** False while every waiting request waits for a start. */
  abstract hasReadyInstance(): boolean;
  /** An instance finished its start. */
  abstract ready(instance: Instance): void;
  /** An instance ended a request and could take another. */
  abstract freed(instance: Instance): void;
  /** An instance is gone, its requests in service have failed with `failure`. */
  abstract ended(instance: Instance, failure: number): void;
}
