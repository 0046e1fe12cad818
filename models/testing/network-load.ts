/** Bulk transfers over the way between clients and a host, as measuring programs make them. */
import { Simulation } from "../../engine/index.ts";
import { Nic } from "../network/nic.ts";
import type { NicSpec } from "../hardware/spec.ts";
import type { NetworkSpec } from "../network/spec.ts";

/** Payload a second [B/s] of each of `connections` that send `size` bytes again and again to the host. */
export function measureBulk(nic: NicSpec, network: NetworkSpec | undefined, connections: number, size: number, duration = 1): number[] {
  const simulation = new Simulation({ seed: 1 });
  const way = new Nic(simulation, nic, network);
  const received = new Array<number>(connections).fill(0);
  const done = simulation.on("received", (connection) => {
    received[connection] += size;
    way.receive(size, done, connection);
  });
  for (let connection = 0; connection < connections; connection++) way.receive(size, done, connection);
  simulation.run(duration * 1e9);
  simulation.audit();
  return received.map((bytes) => bytes / duration);
}

/** Time of a request and its answer on an idle network [s], without the work of either end. */
export function measureRoundTrip(nic: NicSpec, network: NetworkSpec | undefined, request: number, answer: number): number {
  const simulation = new Simulation({ seed: 1 });
  const way = new Nic(simulation, nic, network);
  const end = simulation.on("answered", () => simulation.stop());
  const answering = simulation.on("received", () => way.send(answer, end, 0));
  way.receive(request, answering, 0);
  simulation.run(1e12);
  return simulation.now / 1e9 + way.delay(request, answer);
}
