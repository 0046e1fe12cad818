/** What a core does, and what it loses when it goes on with something else. Covers SMT; leaves out frequency scaling. */
import type { CpuSpec } from "./spec.ts";
export declare const hardwareThreads: (cpu: CpuSpec) => number;
/** Time that the cache of a core takes to be refilled by another task [s]. */
export declare const cacheRefill: (cpu: CpuSpec) => number;
/** Time lost at each switch: the switch itself and refilling the core's cache [s]. Source: Li, Ding, Shen, ExpCS 2007. */
export declare const switchCost: (cpu: CpuSpec) => number;
/** Work of one core with `busy` of its threads busy, in cores [1]. Threads beyond the second add nothing: there is no figure for them. */
export declare const coreRate: (cpu: CpuSpec, busy: number) => number;
/** Work of all cores with all threads busy and without switches [cores]. */
export declare const fullCapacity: (cpu: CpuSpec) => number;
