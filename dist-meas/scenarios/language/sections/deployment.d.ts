/** Deployments: on which host, in which unit each application runs, and one line that says so. */
import type { z } from "zod";
import type { AppSpec, DeploymentSpec, HostSpec } from "../../../models/index.ts";
import type { Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const deploymentSchema: (presets: Presets) => z.ZodType;
/** What a deployment may refer to; absent where it has errors of its own. */
export interface Context {
    readonly hosts: ReadonlyMap<string, HostSpec | undefined>;
    readonly apps: ReadonlyMap<string, AppSpec | undefined>;
    readonly into: Compilation;
}
export declare function compileDeployment(name: string, context: Context): {
    spec: DeploymentSpec;
    label: string;
} | undefined;
