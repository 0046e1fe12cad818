/** Loads for a single disk, as measuring programs make them: so many requests under way at any time. */
import { Simulation } from "../../engine/index.ts";
import { Disk } from "../hardware/disk/disk.ts";
import type { DiskMechanics, DiskSpec } from "../hardware/spec.ts";

/** One arm over plates that turn; nothing but its mechanics and the transfer takes time. */
export const rotatingDisk = (mechanics: DiskMechanics): DiskSpec => ({
  size: 1e12,
  parallel: 1,
  queueDepth: 32,
  readAccess: 0,
  writeAccess: 0,
  readBandwidth: 180e6,
  writeBandwidth: 180e6,
  mechanics,
});

export interface ClosedLoad {
  /** Requests under way at any time [1]. */
  readonly depth: number;
  /** [B] */
  readonly size: number;
  /** Share of reads [1]. */
  readonly reads?: number;
  /** Whether each of them goes on where it has come to; otherwise at random. */
  readonly sequential?: boolean;
  /** Requests counted, after a tenth as many that are not. */
  readonly requests: number;
  readonly seed?: number | string;
}

export interface DiskRates {
  /** Requests a second [1/s] and bytes a second [B/s]. */
  readonly iops: number;
  readonly bandwidth: number;
  /** Response times, sorted [s]. */
  readonly responses: Float64Array;
}

export function measureClosed(spec: DiskSpec, { depth, size, reads = 1, sequential = false, requests, seed = 1 }: ClosedLoad): DiskRates {
  const simulation = new Simulation({ seed });
  const disk = new Disk(simulation, "measured", spec);
  const mix = simulation.stream("reads or writes");
  const submitted = new Float64Array(depth);
  const responses = new Float64Array(requests);
  const warmup = Math.ceil(requests / 10);
  const streams = Array.from({ length: depth }, () => (sequential ? disk.openStream() : 0));
  let ended = 0;
  let begin = 0;
  const submit = (user: number): void => {
    submitted[user] = simulation.now;
    if (reads === 1 || (reads > 0 && mix.next() < reads)) disk.read(size, done, user, streams[user]);
    else disk.write(size, done, user, streams[user]);
  };
  const done = simulation.on("request done", (user) => {
    if (ended >= warmup && ended < warmup + requests) responses[ended - warmup] = (simulation.now - submitted[user]) / 1e9;
    ended++;
    if (ended === warmup) begin = simulation.now;
    if (ended === warmup + requests) return simulation.stop();
    submit(user);
  });
  for (let user = 0; user < depth; user++) submit(user);
  simulation.run(Number.MAX_SAFE_INTEGER);
  simulation.audit();
  const elapsed = (simulation.now - begin) / 1e9;
  return { iops: requests / elapsed, bandwidth: (requests * size) / elapsed, responses: responses.sort() };
}
