/**
 * What one instance (virtual machine, container, function instance) costs its host: the common form that the three execution models compile to,
 * so that one machinery runs them all and a difference in a result is a difference in these numbers.
 */
import type { MemoryKind } from "../vocabulary.ts";
import type { Machine } from "../host/host.ts";
import type { GuestPlan } from "../vm/guest-memory.ts";
import { packetsFor } from "../network/packets.ts";
import type { Bandwidth } from "../os/cpu/scheduler.ts";
import { CPU, type Program, READ, REPLY, WRITE } from "../request/program.ts";

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
  /** Data files: their pages come when they are referred to. */
  readonly onDemand?: boolean;
}

export type StartStep =
  /** CPU work [ns on a core of the host]. */
  | { readonly kind: "cpu"; readonly work: number }
  /** Reads `size` bytes of a file through the host's page cache: what an earlier start has read and memory has kept costs nothing. */
  | { readonly kind: "image"; readonly file: string; readonly size: number }
  /** Fills the instance's segments, waiting for page frames; shared ones that are files are read from disk. */
  | { readonly kind: "fill" };

/** What virtualization adds to each operation. */
export interface Adders {
  /** CPU work for a message in and out, and for a disk operation [ns]. */
  readonly messageInCpu: number;
  readonly messageOutCpu: number;
  readonly diskCpu: number;
  /** Time without a core added to each read and write [ns]. */
  readonly read: number;
  readonly write: number;
  /** Added to a network round trip [ns]. */
  readonly roundTrip: number;
}

export const NO_ADDERS: Adders = { messageInCpu: 0, messageOutCpu: 0, diskCpu: 0, read: 0, write: 0, roundTrip: 0 };

/** Limits of a group for what the instance holds of its application [B]. */
export interface MemoryLimit {
  readonly memory: number;
  readonly swap: number;
}

export interface Template {
  readonly startKind: "vm boot" | "container start" | "function cold start";
  /** Its group on the host's cores; the quota holds from when it is ready. */
  readonly weight: number;
  readonly vcpus?: number;
  readonly bandwidth?: Bandwidth | undefined;
  readonly cpus?: readonly number[] | undefined;
  readonly segments: readonly SegmentPlan[];
  /** Only where it can be reached. */
  readonly memoryLimit?: MemoryLimit;
  /** Only for a guest that can come under pressure; the segment of kind "guest" is its memory then. */
  readonly guestMemory?: GuestPlan;
  /** CPU work of a minor fault in the host, and what virtualization adds to any other fault [ns]. */
  readonly minorFault: number;
  readonly faultAdder: number;
  readonly start: readonly StartStep[];
  readonly adders: Adders;
  /** Factor on the application's CPU demands [1]. */
  readonly slowdown: number;
  /** CPU work of system calls, per request [ns]. */
  readonly systemCallCpu: number;
  /** CPU work of an idle instance each second [ns]. */
  readonly idleCpu: number;
  /** Requests in service at once [1]. */
  readonly threads: number;
  /** Limit of one request's service [ns], Infinity if none. */
  readonly timeout: number;
}

/** Extra CPU work of each step of a program under a template [ns], and of receiving a message. */
export function extraCpu(program: Program, machine: Machine, adders: Adders): Float64Array {
  return Float64Array.from(program.operations, (operation, step) => {
    if (operation === READ || operation === WRITE) return adders.diskCpu;
    const isReplyBurst = operation === CPU && program.operations[step + 1] === REPLY;
    if (!isReplyBurst) return 0;
    return protocolCpu(program.amounts[step + 1], machine) + adders.messageOutCpu;
  });
}

export function receiveCpu(messageSize: number, machine: Machine, template: Template): number {
  return protocolCpu(messageSize, machine) + template.adders.messageInCpu + template.systemCallCpu;
}

/** CPU work of the host's stack on a message [ns]: so much a packet, and one copy between the application and the kernel. */
function protocolCpu(size: number, { spec }: Machine): number {
  return (packetsFor(spec.nic, size) * spec.nic.cpuPerPacket + size / spec.cpu.copyBandwidth) * 1e9;
}
