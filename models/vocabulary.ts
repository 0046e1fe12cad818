/** Where the response time of a request went. The parts of one request sum to its response time: checked on every run. */
export const COMPONENTS = ["queueing", "waiting", "running", "steal", "throttled", "faults", "disk", "network", "coldStart"] as const;
export type Component = (typeof COMPONENTS)[number];

/** Index of each component in per-request and per-profile arrays. */
export const QUEUEING = 0; // for a thread of the instance, or in the platform
export const WAITING = 1; // ready to run, no core of its own (virtual) machine free
export const RUNNING = 2;
export const STEAL = 3; // a vCPU was runnable and the host ran something else
export const THROTTLED = 4; // the quota of CPU time was used up, until its period ended
export const FAULTS = 5; // for a page
export const DISK = 6;
export const NETWORK = 7;
export const COLD_START = 8; // for an instance to start: cold start, boot or restart

/** Why a request failed. */
export const FAILURES = ["refused", "timeout", "late", "killed", "noMemory"] as const;
export type Failure = (typeof FAILURES)[number];
export const REFUSED = 0; // backlog full, or the whole host
export const TIMEOUT = 1; // the platform's limit on run time
export const LATE = 2; // answered after the client's patience
export const KILLED = 3; // in service when its instance crashed, or was killed for another request's time limit
export const NO_MEMORY = 4; // in service, or waiting for a start, when the instance was killed because memory and swap were full

/** What memory is used for. */
export const MEMORY_KINDS = [
  "host",
  "guest",
  "hypervisor",
  "runtime",
  "platform",
  "code",
  "heap",
  "sharedCode",
  "imageCache",
  "data",
  "zram",
] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** What a host can run out of. */
export const RESOURCES = ["cores", "memory", "disk", "network", "platform"] as const;
export type Resource = (typeof RESOURCES)[number];
