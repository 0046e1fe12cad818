/** The words that models and results have in common, each list once; what is indexed by them takes its indices from the list. */
/** Where the response time of a request went. The parts of one request sum to its response time: checked on every run. */
export declare const COMPONENTS: readonly ["queueing", "waiting", "running", "steal", "throttled", "faults", "disk", "network", "coldStart"];
export type Component = (typeof COMPONENTS)[number];
/** Index of each component in per-request and per-profile arrays. */
export declare const QUEUEING: number, WAITING: number, RUNNING: number, STEAL: number, THROTTLED: number, FAULTS: number, DISK: number, NETWORK: number, COLD_START: number;
/** Why a request failed. */
export declare const FAILURES: readonly ["refused", "timeout", "late", "killed", "noMemory"];
export type Failure = (typeof FAILURES)[number];
export declare const REFUSED: number, TIMEOUT: number, LATE: number, KILLED: number, NO_MEMORY: number;
/** What memory is used for. */
export declare const MEMORY_KINDS: readonly ["host", "guest", "hypervisor", "runtime", "platform", "code", "heap", "sharedCode", "imageCache", "data", "zram"];
export type MemoryKind = (typeof MEMORY_KINDS)[number];
/** What a deployment can be short of. */
export declare const RESOURCES: readonly ["cores", "memory", "disk", "swap", "network", "platform", "limit", "application"];
export type Resource = (typeof RESOURCES)[number];
/** What a station of a host serves as; one station can have two roles, as a disk that is also swapped to, or a radio channel of both ways. */
export declare const STATION_ROLES: readonly ["cores", "disk", "swapDisk", "nicIn", "nicOut"];
export type StationRole = (typeof STATION_ROLES)[number];
/** A size in the sentences with which models refuse. */
export declare const mebibytes: (size: number) => string;
/** The same, large [B]: with so many decimals, as far as they say something. */
export declare const gibibytes: (size: number, decimals?: number) => string;
