/**
 * Where measuring begins. A run does not choose for itself: the others do (MSER-5 on their average), because a run that chooses its own cut likes
 * to begin after a busy stretch and comes out too fast. Never more than half of a run is cut.
 */
import { warmupCuts } from "../../engine/index.js";
import { STRETCHES_PER_SLICE } from "./time-slices.js";
import { windowFrom } from "./window.js";
/** The measured windows of replications. `warmup`: "auto", or a fixed time [s]. */
export function measuredWindows(runs, warmup) {
    const cuts = warmup === "auto" ? warmupCuts(runs.map(responseSeries)) : undefined;
    return runs.map((run, index) => {
        const wanted = cuts === undefined ? warmup / run.sliceLength : cuts[index].truncate / STRETCHES_PER_SLICE;
        // What is fixed in the scenario is obeyed as far as one slice is left.
        const most = cuts === undefined ? run.slices - 1 : Math.floor(run.slices / 2);
        return windowFrom(run, Math.min(most, Math.ceil(wanted)), cuts?.[index].reliable);
    });
}
/** Mean response time [s] of each stretch, over all applications; one without completions repeats the one before. */
export function responseSeries({ apps, slices }) {
    const means = [];
    for (let k = 0; k < slices * STRETCHES_PER_SLICE; k++) {
        const count = apps.reduce((sum, { series }) => sum + series.counts[k], 0);
        means.push(count > 0 ? apps.reduce((sum, { series }) => sum + series.sums[k], 0) / count / 1e9 : (means[k - 1] ?? 0));
    }
    return means;
}
