/** Serverless functions as plain numbers. SI units. */
import type { ContainerEngineSpec, SecuritySpec } from "../container/spec.ts";
import type { EvictionChoice } from "./policies/eviction/eviction.ts";
import type { IdleInstanceChoice } from "./policies/idle-instance/idle-instance.ts";
import type { KeepAliveSpec } from "./policies/keep-alive/keep-alive.ts";
export interface PlatformSpec {
    readonly name: string;
    /** What isolates an instance: a container needs an MMU, a process does not. */
    readonly sandbox: "container" | "process";
    /** Controller, queue and store, once per host [B]. */
    readonly memory: number;
    readonly workingSet: number;
    /** CPU work the platform spends on one invocation [s at `dispatchSpeed`]. */
    readonly dispatchCpu: number;
    readonly dispatchSpeed: number;
    /** Time an invocation waits in the platform without using a core [s]. */
    readonly dispatchLatency: number;
    /** Memory for instances, by their configured size [B]: the platform's own limit. Infinity: only what the host has. */
    readonly poolMemory: number;
    /** Containers started at the same time at most [1]. */
    readonly parallelStarts: number;
    /** Who has to go when the pool is full. */
    readonly eviction: EvictionChoice;
}
export interface RuntimeSpec {
    readonly name: string;
    /** Resident memory of a warm instance without the function's own heap and code [B]. */
    readonly memory: number;
    readonly workingSet: number;
    /** CPU work of the runtime's initialization [s at `initSpeed`] and data it reads [B]. */
    readonly initCpu: number;
    readonly initSpeed: number;
    readonly initRead: number;
}
export interface FunctionSpec {
    readonly kind: "function";
    readonly platform: PlatformSpec;
    readonly runtime: RuntimeSpec;
    /** What an instance starts in, unless the platform's sandbox is a plain process. */
    readonly engine: ContainerEngineSpec;
    readonly security: SecuritySpec;
    /** Configured size of an instance [B]. */
    readonly memory: number;
    /** Limit of one invocation from its start in the instance; then it is killed [s]. */
    readonly timeout: number;
    /** How long an idle instance stays, and which of several serves next. */
    readonly keepAlive: KeepAliveSpec;
    readonly idleInstance: IdleInstanceChoice;
    /** Requests one instance serves at once [1]. */
    readonly concurrency: number;
    /** Quota of one instance [cores], in periods of DEFAULT_CPU_PERIOD. */
    readonly cpus: number;
    /** Instances of one tenant's function at most [1]. */
    readonly maxInstances: number;
    /** Invocations that may wait for an instance, per tenant; one more is refused [1]. */
    readonly backlog: number;
}
