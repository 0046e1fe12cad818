/**
 * A quick look at one load of a changed deployment: whether it is carried more likely than not, told from as few runs as will do. The runs have the seeds
 * of the unchanged deployment's (common random numbers), so that what differs is the change.
 */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { type RunWindow } from "../../models/run/window.ts";
import type { Objective } from "../objective.ts";
import type { Scenario } from "../scenario.ts";
import type { Execute } from "./execute.ts";
/**
 * By how many times the application that is worst off is beyond its objective [1]: no more than 1 is within; Infinity where the host could not start its
 * tenants, or had collapsed; NaN if there were too few requests.
 */
export declare function excessOf(windows: readonly RunWindow[], objectives: readonly (Objective | undefined)[], confidence: number): number;
export interface Trial {
    /** See `excessOf`; of all runs together, and of each. */
    readonly excess: number;
    readonly runs: readonly number[];
}
/** `deployment` with so many tenants; with `all` as many runs as the scenario takes at least, however clear the first are. */
export declare function tryLoad(scenario: Scenario, deployment: DeploymentSpec, tenants: number, execute: Execute, all?: boolean): Promise<Trial>;
/** Whether each run came nearer to the objective, as far as single runs can tell: what is no more than chance would have to be so in all of them. */
export declare function isBetter(changed: Trial, before: Trial): boolean;
