/** What it costs to run on the kernel of the host itself, whatever puts an instance there. */
import { type Nanoseconds } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import { type AppSpec } from "../workload/spec.ts";
/** CPU work of starting a plain process [ns]. */
export declare const forkAndExec: (host: Host) => Nanoseconds;
/** Factor on the demands of an application that runs on the host's own page tables [1]. */
export declare const nativeSlowdown: (host: Host, app: AppSpec) => number;
