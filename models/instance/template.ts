/**
 * What one instance (virtual machine, container, function instance) costs its host: the common form that the units compile to, so that one machinery
 * runs them all and a difference in a result is a difference in these numbers.
 */
import type { Nanoseconds } from "../../engine/index.ts";
import type { HostSpec } from "../host/spec.ts";
import { packetsFor } from "../network/packets.ts";
import type { Bandwidth } from "../os/cpu/scheduler.ts";
import type { NestedSystem } from "../os/system.ts";
import type { MemoryKind } from "../vocabulary.ts";

export interface SegmentPlan {
  readonly kind: MemoryKind;
  /** [B] */
  readonly size: number;
  /** The part in constant use [B]. */
  readonly hot: number;
  /**
   * Content of a file, such as a layer's digest: all instances on the host with the same content share its pages, which are clean and stay when they
   * go. Otherwise the segment is the instance's own, has no file behind it and goes to swap.
   */
  readonly content?: string;
  /** Of a process beside the instance, such as a container's shim: who looks at the instance's memory does not see it. */
  readonly beside?: boolean;
  /** Data files: their pages come when they are referred to. */
  readonly onDemand?: boolean;
}

/** A segment of a guest that pages by itself. */
export interface GuestSegmentPlan extends Omit<SegmentPlan, "content"> {
  /** Memory of programs, clean pages of a file on the virtual disk, or the kernel's own, which never leaves. */
  readonly backing: "swap" | "file" | "none";
}

export type StartStep =
  /** CPU work [ns on a core of the host]. */
  | { readonly kind: "cpu"; readonly work: Nanoseconds }
  /** Reads `size` bytes of a file through the host's page cache: what an earlier start has read and memory has kept costs nothing. */
  | { readonly kind: "image"; readonly file: string; readonly size: number }
  /** Fills the instance's segments, waiting for page frames; shared ones that are files are read from disk. */
  | { readonly kind: "fill" };

/** What virtualization adds to each operation: CPU work [ns]. */
export interface Adders {
  readonly messageIn: Nanoseconds;
  readonly messageOut: Nanoseconds;
  readonly disk: Nanoseconds;
  /** Added to a network round trip, without a core [ns]. */
  readonly roundTrip: Nanoseconds;
}

export const NO_ADDERS: Adders = { messageIn: 0, messageOut: 0, disk: 0, roundTrip: 0 };

/** Limits of a group for what the instance holds of its application [B]. */
export interface MemoryLimit {
  readonly memory: number;
  readonly swap: number;
}

/** A kernel of the instance's own. */
export interface GuestTemplate {
  /** The system of a new instance; `number` tells instances apart. */
  create(number: number): NestedSystem;
  /** What its kernel fills, where it pages by itself: in the segment of kind "guest", which is its memory then. Else empty. */
  readonly segments: readonly GuestSegmentPlan[];
}

export interface Template {
  /** What a start is called: "vm boot". */
  readonly startKind: string;
  /** Its group on the host's cores; the quota holds from when it is ready. */
  readonly weight: number;
  readonly vcpus?: number;
  readonly bandwidth?: Bandwidth | undefined;
  readonly cpus?: readonly number[] | undefined;
  readonly segments: readonly SegmentPlan[];
  /** Only where it can be reached. */
  readonly memoryLimit?: MemoryLimit;
  /** Without one the instance runs on its host's kernel. */
  readonly guest?: GuestTemplate;
  readonly start: readonly StartStep[];
  readonly adders: Adders;
  /** Factor on the application's CPU demands [1]. */
  readonly slowdown: number;
  /** CPU work of system calls, per request [ns]. */
  readonly systemCallCpu: Nanoseconds;
  /** CPU work of an idle instance each second [ns]. */
  readonly idleCpu: Nanoseconds;
  /** Requests in service at once [1]. */
  readonly threads: number;
  /** Limit of one request's service [ns], Infinity if none. */
  readonly timeout: number;
}

/** CPU work of the host's stack on a message [ns]: so much a packet, and one copy between the application and the kernel. */
export function protocolCpu(size: number, { nic, cpu }: HostSpec): number {
  return (packetsFor(nic, size) * nic.cpuPerPacket + size / cpu.copyBandwidth) * 1e9;
}

/** Data files come into the page cache when they are used. */
export const dataFiles = (size: number): SegmentPlan[] => (size > 0 ? [{ kind: "data", size, hot: 0, onDemand: true }] : []);
