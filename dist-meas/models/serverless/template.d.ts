import type { Host } from "../host/host.ts";
import { type Template } from "../instance/template.ts";
import { type AppSpec } from "../workload/spec.ts";
import type { FunctionSpec } from "./spec.ts";
export declare function functionTemplate(host: Host, app: AppSpec, spec: FunctionSpec, startKind: string): Template;
