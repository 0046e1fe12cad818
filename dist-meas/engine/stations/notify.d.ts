import type { Wait } from "../kernel/process.ts";
import type { HandlerId, Simulation } from "../kernel/simulation.ts";
/**
 * Lets an event handler wait for what processes wait for: `handler(arg)` is scheduled when the wait is over, at this instant if there is
 * nothing to wait for. Its `result` is valid then. To give up, call `abandon` on it.
 *
 *     const place = notify(simulation, semaphore.acquire(), granted, customer);
 */
export declare function notify<W extends Wait<unknown>>(simulation: Simulation, wait: W, handler: HandlerId, arg?: number): W;
