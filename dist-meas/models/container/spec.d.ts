/** Containers as plain numbers. SI units. */
export interface ContainerEngineSpec {
    readonly name: string;
    /** Daemons, once per host [B]. */
    readonly daemonMemory: number;
    /** Supervising process (shim), per container [B]. */
    readonly shimMemory: number;
    /** CPU work of creating and starting one container [s at `startSpeed`], and data it reads from the image [B]. */
    readonly startCpu: number;
    readonly startSpeed: number;
    readonly startRead: number;
    /** Added to a network round trip by bridge and address translation [s]; half each way. */
    readonly networkRoundTrip: number;
}
export interface SecuritySpec {
    readonly name: string;
    /** Added to every system call [s]. */
    readonly perCall: number;
}
/** cgroup cpu.weight of a group that sets none; has weight 1 on the cores. Source: Linux, Documentation/admin-guide/cgroup-v2.rst. */
export declare const DEFAULT_WEIGHT = 100;
export interface ContainerSpec {
    readonly kind: "container";
    readonly engine: ContainerEngineSpec;
    readonly security: SecuritySpec;
    /** Quota [cores], and the period in which it holds [s]. */
    readonly cpus: number;
    readonly cpuPeriod: number;
    /** cgroup cpu.weight, 1..10000. */
    readonly cpuWeight: number;
    /** CPUs (hardware threads 0, 1, ...) it may use; undefined: all. */
    readonly cpuset?: readonly number[] | undefined;
    /** Limit [B]. */
    readonly memory: number;
    /** Swap it may use [B]; as much as `memory` if not given. Source: Docker, --memory-swap twice --memory. */
    readonly swap?: number;
}
