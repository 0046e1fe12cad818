/** The words that models and results have in common, each list once; what is indexed by them takes its indices from the list. */

/** The place of each word in its list. */
function indicesOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, number>> {
  return Object.fromEntries(words.map((word, index) => [word, index])) as Record<Word, number>;
}

/** Where the response time of a request went. The parts of one request sum to its response time: checked on every run. */
export const COMPONENTS = [
  "queueing", // for a thread of the instance, or in the platform
  "waiting", // ready to run, no core of its own (virtual) machine free
  "running",
  "steal", // a vCPU was runnable and the host ran something else
  "throttled", // the quota of CPU time was used up, until its period ended
  "faults", // for a page
  "disk",
  "network",
  "coldStart", // for an instance to start: cold start, boot or restart
] as const;
export type Component = (typeof COMPONENTS)[number];

/** Index of each component in per-request and per-profile arrays. */
export const {
  queueing: QUEUEING,
  waiting: WAITING,
  running: RUNNING,
  steal: STEAL,
  throttled: THROTTLED,
  faults: FAULTS,
  disk: DISK,
  network: NETWORK,
  coldStart: COLD_START,
} = indicesOf(COMPONENTS);

/** Why a request failed. */
export const FAILURES = [
  "refused", // backlog full, or the whole host
  "timeout", // the platform's limit on run time
  "late", // answered after the client's patience
  "killed", // in service when its instance crashed, or was killed for another request's time limit
  "noMemory", // in service, or waiting for a start, when the instance was killed because memory and swap were full
] as const;
export type Failure = (typeof FAILURES)[number];

export const { refused: REFUSED, timeout: TIMEOUT, late: LATE, killed: KILLED, noMemory: NO_MEMORY } = indicesOf(FAILURES);

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

/** What a deployment can be short of. */
export const RESOURCES = [
  "cores",
  "memory",
  "disk", // of images and data
  "swap", // what memory is swapped to: the disk, or the space on it
  "network",
  "platform", // what a platform allows, and the time that it takes itself
  "limit", // of an instance itself: its quota, its memory limit, its virtual CPUs, its threads
  "application", // nothing that it runs on
] as const;
export type Resource = (typeof RESOURCES)[number];

/** What a station of a host serves as; one station can have two roles, as a disk that is also swapped to, or a radio channel of both ways. */
export const STATION_ROLES = ["cores", "disk", "swapDisk", "nicIn", "nicOut"] as const;
export type StationRole = (typeof STATION_ROLES)[number];

/** A size in the sentences with which models refuse. */
export const mebibytes = (size: number): string => `${Math.ceil(size / (1024 * 1024))} MiB`;

/** The same, large [B]: with so many decimals, as far as they say something. */
export const gibibytes = (size: number, decimals = 1): string => `${Number((size / (1024 * 1024 * 1024)).toFixed(decimals))} GiB`;
