/** A host: what was bought, put together, and the operating system on it. SI units. */
import type { CpuSpec, DiskSpec, MmuSpec, NicSpec } from "../hardware/spec.ts";
import type { NetworkSpec } from "../network/spec.ts";
import type { OsSpec } from "../os/spec.ts";
export interface HostSpec {
    readonly name: string;
    /** Name of the preset it was built from, for people; "custom" if none. */
    readonly preset: string;
    readonly cpu: CpuSpec;
    readonly mmu: MmuSpec;
    /** Second-stage translation and trap support in hardware; without it no virtual machines. */
    readonly virtualization: boolean;
    readonly memory: {
        readonly size: number;
    };
    readonly disks: Readonly<Record<string, DiskSpec>>;
    /** Disk that holds images and application data. */
    readonly systemDisk: string;
    readonly nic: NicSpec;
    /** Not given: nothing but the interface and its latency. */
    readonly network?: NetworkSpec;
    readonly os: OsSpec;
}
