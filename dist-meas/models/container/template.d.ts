import type { Host } from "../host/host.ts";
import { type Adders, type SegmentPlan, type Template } from "../instance/template.ts";
import { type Bandwidth } from "../os/cpu/scheduler.ts";
import { type AppSpec } from "../workload/spec.ts";
import { type ContainerEngineSpec, type ContainerSpec, type SecuritySpec } from "./spec.ts";
/** cgroup cpu.max for a limit of `cpus` cores; a limit that is no less than the host has is none. */
export declare const quotaOf: (host: Host, cpus: number, period: number) => Bandwidth | undefined;
export declare const containerAdders: (engine: ContainerEngineSpec) => Adders;
/** CPU work that a security module adds to one request [ns]. */
export declare const securityCpu: (security: SecuritySpec, app: AppSpec) => number;
/** Its own, beside the code of its image, which is shared. */
export declare function containerSegments(app: AppSpec, { engine }: ContainerSpec): SegmentPlan[];
/** Swap that it may use [B]. */
export declare const swapLimit: ({ memory, swap }: ContainerSpec) => number;
/** Whether its memory limit plays a part at all. */
export declare const canReachLimit: ({ memory: { code, heap, data } }: AppSpec, spec: ContainerSpec) => boolean;
export declare function containerTemplate(host: Host, app: AppSpec, spec: ContainerSpec, startKind: string): Template;
