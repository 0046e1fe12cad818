/** Words for people for the names that the record uses: short ones for charts, an explanation for legends and tables. */
import type { Component, Failure, MemoryKind } from "../../models/vocabulary.ts";
import type { UTILIZATIONS } from "../../scenarios/study/record.ts";
import type { MemoryGroup } from "./theme.ts";

interface Words {
  readonly short: string;
  readonly meaning: string;
}

export const COMPONENT_WORDS: Readonly<Record<Component, Words>> = {
  queueing: { short: "queueing", meaning: "for a thread of the instance, or in the platform" },
  waiting: { short: "waiting", meaning: "ready to run, but no core is free" },
  running: { short: "running", meaning: "on a core: the work itself" },
  steal: { short: "steal", meaning: "the virtual CPU was runnable, the host ran something else" },
  throttled: { short: "throttled", meaning: "the quota of CPU time was used up, until its period ended" },
  faults: { short: "page faults", meaning: "for a page that is not in memory" },
  disk: { short: "disk", meaning: "for the application's own reads and writes" },
  network: { short: "network", meaning: "on the way to the machine and back" },
  coldStart: { short: "cold start", meaning: "for an instance to start: cold start, boot or restart" },
};

export const MEMORY_GROUP_WORDS: Readonly<Record<MemoryGroup, Words>> = {
  host: { short: "host", meaning: "the host's own kernel and services, compressed swap included" },
  guest: { short: "guests", meaning: "guest kernels and systems, and the hypervisor's part of each virtual machine" },
  runtime: { short: "runtimes", meaning: "container engine, shims, platform and language runtimes" },
  application: { short: "applications", meaning: "code and heap of the applications" },
  shared: { short: "shared", meaning: "code and image data held once for all; the cached part can be dropped" },
  free: { short: "free", meaning: "unused" },
  swapped: { short: "swapped", meaning: "moved out to the swap space" },
};

export const MEMORY_KIND_WORDS: Readonly<Record<MemoryKind, string>> = {
  host: "host system",
  guest: "guest systems",
  hypervisor: "hypervisor",
  runtime: "runtimes",
  platform: "engine and platform",
  code: "application code",
  heap: "application heap",
  sharedCode: "shared code",
  imageCache: "image cache",
  data: "cached data files",
  zram: "compressed pages",
};

export const UTILIZATION_WORDS: Readonly<Record<(typeof UTILIZATIONS)[number], string>> = {
  cores: "cores",
  memory: "memory",
  disk: "disk",
  swapDisk: "swap disk",
  nicIn: "network in",
  nicOut: "network out",
};

export const FAILURE_WORDS: Readonly<Record<Failure, string>> = {
  refused: "refused: backlog full",
  timeout: "over the time limit",
  late: "answered too late",
  killed: "killed in service",
  noMemory: "no memory for an instance",
};

/** After a number of tenants: at the load line, the first load beyond it, or one that was simulated by itself. */
export const WHERE_WORDS = { at: "at the line", beyond: "beyond the line", asked: "simulated" } as const;
