import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { type RunWindow } from "../../models/run/window.ts";
import { type Objective } from "../objective.ts";
import type { Experiment, Scenario } from "../scenario.ts";
import type { Execute } from "./execute.ts";
import { type Judgement } from "./judge.ts";
export interface Evaluation {
    readonly tenants: number;
    readonly windows: readonly RunWindow[];
    readonly judgement: Judgement;
}
/** In the order of the deployment's applications. */
export declare const objectivesOf: ({ objectives }: Scenario, { parts }: DeploymentSpec) => (Objective | undefined)[];
/** `decide`: until the objective is met or missed for certain; `describe`: the least number of replications. */
export type Purpose = "decide" | "describe";
export declare function evaluate(scenario: Scenario, deployment: DeploymentSpec, tenants: number, purpose: Purpose, execute: Execute): Promise<Evaluation>;
/**
 * Numbers of replications after which the results are looked at: the least number, doubled until the most is reached. The error probability is
 * divided by the number of looks (Bonferroni), so that looking several times does not make a decision less certain.
 */
export declare function lookSizes({ replications: { min, max } }: Experiment): number[];
/** The scenario's duration, or longer where few tenants send too little for a percentile: half of a run may be cut as warm-up [s]. */
export declare function runLength({ objectives, experiment }: Scenario, { parts }: DeploymentSpec, tenants: number): number;
