import type { Policy } from "../service/unit.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
/** Those of the hosts, then those of the units; each once. */
export declare function policiesOf({ hosts, parts, placement }: DeploymentSpec): Policy[];
