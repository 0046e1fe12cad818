import type { Simulation } from "../kernel/simulation.ts";
import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.ts";

/** A delay, or infinite server: everyone is served at once, nobody waits. Think times, propagation, M/G/infinity. */
export class Delay extends MultiServerQueue {
  override readonly kind = "delay";

  constructor(simulation: Simulation, { name }: { readonly name: string }) {
    super(simulation, { name, servers: Infinity });
  }
}
