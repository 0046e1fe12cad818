/** How much memory a guest needs, and when it comes under pressure. */
import type { AppSpec } from "../workload/spec.ts";
import type { GuestSpec, VmSpec } from "./spec.ts";
/** Memory the guest kernel keeps for itself in a guest of `memory` bytes [B]. */
export declare const guestKernelMemory: (guest: GuestSpec, memory: number) => number;
/** Least memory a guest needs to hold its kernel, its system and the application [B]. */
export declare const guestMemoryNeeded: (spec: VmSpec, app: AppSpec) => number;
/** Least memory of a guest in which programs have `size` bytes beside the system [B]; what the kernel keeps grows with it. */
export declare const guestMemoryFor: (guest: GuestSpec, size: number) => number;
/** Whether the guest can come under pressure, or has a page cache of its own to fill. */
export declare const pagesByItself: (spec: VmSpec, app: AppSpec) => boolean;
/** Memory that the guest could use at most, what its kernel keeps free included [B]. */
export declare const guestMemoryUsable: (spec: VmSpec, app: AppSpec) => number;
/** What a guest that pages by itself takes of its host: all that it was given, as far as it can use it [B]. */
export declare const guestMemoryOnHost: (spec: VmSpec, app: AppSpec) => number;
/** Least memory with which a guest boots [B]. */
export declare const guestMemoryToBoot: (spec: VmSpec) => number;
