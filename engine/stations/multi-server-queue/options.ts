/** What a multi-server queue is told when it is made, and what it refuses. */
import { SimulationError } from "../../kernel/failure.ts";

export type Discipline = "fifo" | "lifo" | "priority" | "preemptive-resume";

export interface MultiServerQueueOptions {
  readonly name: string;
  /** Servers, an integer >= 1, or Infinity. */
  readonly servers: number;
  /** Default: fifo. */
  readonly discipline?: Discipline;
  /** Customers at most, waiting or in service; an integer >= servers. Default: no limit. */
  readonly capacity?: number;
}

/** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
export function checkOptions({ name, servers, capacity = Infinity }: MultiServerQueueOptions): void {
  const isCount = (count: number) => Number.isInteger(count) || count === Infinity;
  if (!(isCount(servers) && servers >= 1 && isCount(capacity) && capacity >= servers)) {
    throw new RangeError(
      `queue "${name}": found ${servers} servers and capacity ${capacity}, expected integers with 1 <= servers <= capacity`,
    );
  }
}

export function refuseHold(queue: string): never {
  throw new SimulationError(`queue "${queue}" has a capacity, so a customer may be lost: write \`yield* queue.serve(...)\`, which tells`);
}

export function refuseService(queue: string, service: number, priority: number): never {
  throw new RangeError(
    `queue "${queue}": found a service time of ${service} ns and priority ${priority}, expected an integer >= 0 and a number; ` +
      "round once, with nanoseconds(seconds)",
  );
}
