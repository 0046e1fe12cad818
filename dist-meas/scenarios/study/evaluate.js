/** Replications of one deployment at one load, as many as the decision needs. */
import { samplesNeeded } from "../../engine/index.js";
import { NO_LIMIT } from "../../models/run/run-record.js";
import { measuredWindows } from "../../models/run/warmup.js";
import { windowOfApp } from "../../models/run/window.js";
import { meanRate } from "../../models/workload/spec.js";
import { percentileOf } from "../objective.js";
import { judge, latencyInterval } from "./judge.js";
/** In the order of the deployment's applications. */
export const objectivesOf = ({ objectives }, { parts }) => parts.map(({ app }) => objectives.get(app.name));
/** A run is given up when this many times the late requests that the objective allows in a whole run wait for their answer. */
const COLLAPSE = 5;
export async function evaluate(scenario, deployment, tenants, purpose, execute) {
    const { experiment } = scenario;
    const objectives = objectivesOf(scenario, deployment);
    const looks = lookSizes(experiment);
    const confidence = 1 - (1 - experiment.confidence) / looks.length;
    const duration = runLength(scenario, deployment, tenants);
    const runs = [];
    for (const size of looks) {
        const batch = Array.from({ length: size - runs.length }, (_, index) => execute({
            deployment,
            tenants,
            seed: experiment.seed,
            replication: runs.length + index,
            duration,
            limits: objectives.map(limitOf),
        }));
        runs.push(...(await Promise.all(batch)));
        const windows = measuredWindows(runs, experiment.warmup);
        const judgement = judge(windows, objectives, confidence);
        const decided = judgement.verdict !== "undecided" && preciseEnough(windows, objectives, experiment, judgement);
        if (purpose === "describe" || decided || size === looks.at(-1))
            return { tenants, windows, judgement };
    }
    throw new Error("there is no look at the results"); // lookSizes() gives at least one
}
/**
 * Numbers of replications after which the results are looked at: the least number, doubled until the most is reached. The error probability is
 * divided by the number of looks (Bonferroni), so that looking several times does not make a decision less certain.
 */
export function lookSizes({ replications: { min, max } }) {
    const sizes = [];
    for (let size = min; size < max; size *= 2)
        sizes.push(size);
    return [...sizes, max];
}
/** Of an objective about the mean, or a low percentile, no larger share of late requests than this ends a run. */
const MOST_LATE = 0.5;
function limitOf(objective) {
    if (objective === undefined)
        return NO_LIMIT;
    const percentile = percentileOf(objective.statistic) ?? 0;
    return { latency: objective.latency, collapseShare: Math.min(MOST_LATE, COLLAPSE * (1 - percentile / 100)) };
}
/** A load that clearly misses need not be known precisely, nor an application far below its limit. */
function preciseEnough(windows, objectives, { replications, confidence }, { verdict }) {
    if (verdict === "missed")
        return true;
    return objectives.every((objective, app) => {
        if (objective === undefined)
            return true;
        const own = windows.map((window) => windowOfApp(window, app));
        const latency = latencyInterval(own, objective, confidence);
        if (latency === undefined)
            return false;
        return latency.halfWidth <= replications.until * latency.mean || latency.high <= objective.latency / 2;
    });
}
/** The scenario's duration, or longer where few tenants send too little for a percentile: half of a run may be cut as warm-up [s]. */
export function runLength({ objectives, experiment }, { parts }, tenants) {
    const needed = parts.map(({ app }) => {
        const objective = objectives.get(app.name);
        const percentile = objective && percentileOf(objective.statistic);
        return percentile === undefined ? 0 : Math.ceil((2.5 * samplesNeeded(percentile)) / (tenants * meanRate(app)));
    });
    return Math.max(experiment.duration, ...needed);
}
