/**
 * A virtual machine as seen by its host. Memory = monitor + guest kernel + guest system + application, all private and anonymous; the base image is
 * shared in the host's page cache. CPU: a group of `vcpus` virtual cores with a guest scheduler on top, so waiting for the host is steal time.
 * A guest that does not fit its memory pages by itself (guest.ts). Leaves out: halt polling, live migration.
 */
import { type Simulation } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import type { SegmentPlan, Template } from "../instance/template.ts";
import { type AppSpec } from "../workload/spec.ts";
import type { VmSpec } from "./spec.ts";
export declare function vmTemplate(simulation: Simulation, host: Host, app: AppSpec, spec: VmSpec, startKind: string): Template;
/** A guest that pages by itself is one segment beside its monitor. */
export declare function segmentsOnHost(app: AppSpec, spec: VmSpec): SegmentPlan[];
