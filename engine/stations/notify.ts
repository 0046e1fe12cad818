import type { Wait, Waiter } from "../kernel/process.ts";
import type { HandlerId, Simulation } from "../kernel/simulation.ts";

class Notification implements Waiter {
  private readonly simulation: Simulation;
  private readonly handler: HandlerId;
  private readonly arg: number;

  constructor(simulation: Simulation, handler: HandlerId, arg: number) {
    this.simulation = simulation;
    this.handler = handler;
    this.arg = arg;
  }

  granted(): void {
    this.simulation.after(0, this.handler, this.arg);
  }

  failed(_wait: Wait<unknown>, error: unknown): void {
    throw error;
  }
}

/**
 * Lets an event handler wait for what processes wait for: `handler(arg)` is scheduled when the wait is over, at this instant if there is
 * nothing to wait for. Its `result` is valid then. To give up, call `abandon` on it.
 *
 *     const place = notify(simulation, semaphore.acquire(), granted, customer);
 */
export function notify<W extends Wait<unknown>>(simulation: Simulation, wait: W, handler: HandlerId, arg = 0): W {
  const waiter = new Notification(simulation, handler, arg);
  if (wait.beginFor(waiter)) waiter.granted();
  return wait;
}
