/** A scenario, fully resolved: all units SI, every value with its origin. The only thing that passes from text to models. */
import type { DeploymentSpec } from "../models/fleet/deployment.ts";
import type { Objective } from "./objective.ts";
import type { ValueOrigin } from "./study/record.ts";
export interface Experiment {
    /** A safe integer or a text. */
    readonly seed: number | string;
    readonly minTenants: number;
    readonly maxTenants: number;
    /** Simulated time of a run, warm-up included [s]; lengthened where the percentile needs more requests. */
    readonly duration: number;
    /** "auto": MSER-5 and not before every instance has started; or a fixed time [s]. */
    readonly warmup: "auto" | number;
    readonly replications: {
        readonly min: number;
        readonly max: number /** Relative half-width to stop at [1]. */;
        readonly until: number;
    };
    /** Of every interval and decision [1]; 0.95. */
    readonly confidence: number;
}
export interface Scenario {
    readonly title: string;
    /** `file` is its name without a path. */
    readonly source: {
        readonly file: string;
        readonly text: string;
        readonly sha256: string;
    };
    /** What else it reads, such as traces: names as in the scenario. */
    readonly files: readonly {
        readonly name: string;
        readonly sha256: string;
    }[];
    /** In the order of the file. */
    readonly deployments: readonly {
        readonly spec: DeploymentSpec;
        readonly label: string;
    }[];
    /** By application; one that is not in it has no objective. */
    readonly objectives: ReadonlyMap<string, Objective>;
    readonly experiment: Experiment;
    readonly values: readonly ValueOrigin[];
    readonly attributions: readonly string[];
}
