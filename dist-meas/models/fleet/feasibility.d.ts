import type { DeploymentSpec } from "./deployment.ts";
/** Why the deployment is refused, or undefined if it can run. */
export declare function whyRefused({ hosts, parts }: DeploymentSpec): string | undefined;
