import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { Scenario } from "../scenario.ts";
import { type Border } from "./effect.ts";
import type { Execute } from "./execute.ts";
import type { LoadLine } from "./record.ts";
/** Share by which a line has to move to be told from the noise of a few runs; and to which a moved one is found [1]. */
export declare const PRECISION = 0.03;
export interface Attempt {
    readonly deployment: string;
    readonly change: string;
    readonly tenants: number;
}
export interface Experiments {
    readonly scenario: Scenario;
    readonly deployment: DeploymentSpec;
    readonly border: Border;
    readonly execute: Execute;
    readonly signal?: AbortSignal | undefined;
    readonly onAttempt?: (attempt: Attempt) => void;
}
/** @throws Interrupted */
export declare function findWhatHelps(experiments: Experiments): Promise<Pick<LoadLine, "bottleneck" | "whatHelps">>;
