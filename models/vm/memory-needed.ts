/** How much memory a guest needs, and when it comes under pressure. */
import type { AppSpec } from "../workload/spec.ts";
import type { GuestSpec, VmSpec } from "./spec.ts";

/** Memory the guest kernel keeps for itself in a guest of `memory` bytes [B]. */
export const guestKernelMemory = (guest: GuestSpec, memory: number): number => guest.kernelBase + guest.kernelShare * memory;

/** Least memory a guest needs to hold its kernel, its system and the application [B]. */
export const guestMemoryNeeded = (spec: VmSpec, app: AppSpec): number =>
  guestKernelMemory(spec.guest, spec.memory) + spec.guest.system + app.memory.code + app.memory.heap;

/** Least memory of a guest in which programs have `size` bytes beside the system [B]; what the kernel keeps grows with it. */
export const guestMemoryFor = (guest: GuestSpec, size: number): number =>
  (guest.kernelBase + guest.system + size) / (1 - guest.kernelShare);

/** Whether the guest can come under pressure, or has a page cache of its own to fill. */
export const pagesByItself = (spec: VmSpec, app: AppSpec): boolean =>
  guestMemoryNeeded(spec, app) > spec.memory || (app.memory.data ?? 0) > 0;

/** Memory that the guest could use at most, what its kernel keeps free included [B]. */
export const guestMemoryUsable = (spec: VmSpec, app: AppSpec): number =>
  (guestMemoryNeeded(spec, app) + (app.memory.data ?? 0)) * 1.01 + 256 * 1024;

/** What a guest that pages by itself takes of its host: all that it was given, as far as it can use it [B]. */
export const guestMemoryOnHost = (spec: VmSpec, app: AppSpec): number => Math.min(spec.memory, guestMemoryUsable(spec, app));

/** Least memory with which a guest boots [B]. */
export const guestMemoryToBoot = (spec: VmSpec): number => guestKernelMemory(spec.guest, spec.memory) + spec.guest.system;
