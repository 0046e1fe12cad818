/** A memory with nothing but one program in it, and references to its pages one after the other: what replacement is tested with. */
import { Simulation } from "../../engine/index.ts";
import { Memory, type MemoryOptions } from "../os/memory/memory.ts";
import type { PageDevice } from "../os/storage/page-device.ts";
import { AccessPattern } from "../os/memory/access-pattern.ts";
import type { AccessSpec } from "../os/memory/access-pattern.ts";

export const PAGE = 4096;

/** A device that takes no time. */
export const instantDevice = (simulation: Simulation): PageDevice => ({
  read: (_frames, _count, done, arg) => void simulation.after(0, done, arg),
  write: (_frames, _count, done, arg) => void simulation.after(0, done, arg),
});

export interface ReferenceRun {
  readonly memory: Memory;
  /** Shares of references in the second half that found no page, and mean number of resident pages at them. */
  readonly missRatio: number;
  readonly resident: number;
}

/** `references` to `pages` pages in `frames` frames, each after the last one's fault; what is counted is the second half. */
export function referTo(
  access: AccessSpec,
  pages: number,
  frames: number,
  references: number,
  options: Partial<MemoryOptions> = {},
): ReferenceRun {
  const simulation = new Simulation({ seed: 1 });
  const device = instantDevice(simulation);
  const memory = new Memory(simulation, {
    frames,
    pageSize: PAGE,
    swap: [{ device, pages: 4 * pages }],
    fileDevice: device,
    pageCluster: 0,
    onOutOfMemory: () => false,
    ...options,
  });
  const segment = memory.create("heap", pages * PAGE, pages * PAGE, { anonymous: true });
  const area = { segment, first: 0, count: pages, shared: false, writable: true, patterned: true, inGuest: false };
  const stream = simulation.stream("references");
  const pattern = new AccessPattern({ areas: [area], access, workingSet: pages, writeShare: 0, stream, host: memory });
  let left = references;
  let misses = 0;
  let residentSum = 0;
  const next = simulation.on("next reference", () => {
    while (left > 0) {
      left--;
      const isCounted = left < references / 2;
      if (isCounted) residentSum += memory.residentBytes(segment) / PAGE;
      const missing = pattern.refer(1, simulation.now);
      if (missing === undefined) continue;
      if (isCounted) misses++;
      memory.pageIn(segment, missing.page, next, 0);
      return;
    }
  });
  memory.fill(segment, next, 0);
  simulation.run(1e15);
  return { memory, missRatio: misses / (references / 2), resident: residentSum / (references / 2) };
}
