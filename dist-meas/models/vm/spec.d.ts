/** Virtual machines as plain numbers. SI units; cycle counts are per processor family. */
import type { PagingSpec } from "../os/spec.ts";
export interface TrapCycles {
    /** Guest to device and back out: one I/O request leaves the guest [cycles]. */
    readonly ioOut: number;
    /** One interrupt or received packet enters the guest [cycles]. */
    readonly ioIn: number;
}
export interface HypervisorSpec {
    readonly name: string;
    /** Memory of the virtual machine monitor itself, per VM [B]. */
    readonly memory: number;
    /** The part of it in constant use while the guest serves requests [B]. */
    readonly workingSet: number;
    /** Trap costs by processor family; a family that is not listed is not supported. */
    readonly traps: Readonly<Record<string, TrapCycles>>;
    /** Added to each block read / write that misses no cache [s]. */
    readonly blockReadAdder: number;
    readonly blockWriteAdder: number;
    /** Added to a network round trip [s]; half each way. */
    readonly networkRoundTrip: number;
    /** CPU work of creating the VM and its devices [s at `bootSpeed`]. */
    readonly createCpu: number;
    readonly bootSpeed: number;
}
export interface GuestSpec {
    readonly name: string;
    /** Kernel: `kernelBase + kernelShare * memory` is not available to the guest's programs [B, 1]. */
    readonly kernelBase: number;
    readonly kernelShare: number;
    /** Guest system services [B], and the part in constant use. */
    readonly system: number;
    readonly systemWorkingSet: number;
    /** What its kernel does when memory gets short; Linux's defaults if not given. */
    readonly paging?: PagingSpec;
    /** CPU work of a boot [s at `bootSpeed`] and data it reads from the image [B]. */
    readonly bootCpu: number;
    readonly bootSpeed: number;
    readonly bootRead: number;
    /** Share of one core that an idle guest burns (timer ticks, services) [1]. */
    readonly idleCpu: number;
}
export interface VmSpec {
    readonly kind: "vm";
    readonly hypervisor: HypervisorSpec;
    readonly guest: GuestSpec;
    readonly vcpus: number;
    /** CPUs (hardware threads 0, 1, ...) that they may run on; undefined: all. */
    readonly cpuset?: readonly number[] | undefined;
    /** Memory the guest is given [B]. */
    readonly memory: number;
    /** The host backs it with huge pages, so that the second stage of translation maps it by those. */
    readonly hugePages: boolean;
    /** Swap file on its virtual disk [B]; none if not given. */
    readonly swap?: number;
    /** Name of the base image; VMs of one base share its pages in the host's page cache. */
    readonly image: string;
}
