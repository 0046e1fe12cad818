/** What tenants ask for: when requests arrive, what each does step by step, and the memory the application needs. SI units. */
import { meanRate as meanRateOf } from "../../engine/index.js";
import { UNIFORM } from "../hardware/mmu/popularity.js";
/** The pages that an application's references go to, and whether they are huge ones. */
export const workingSetOf = ({ memory: { workingSet, access } }) => ({
    size: workingSet,
    popularity: access === undefined || access.kind === "phases" ? UNIFORM : access,
});
export const pagesOf = (app) => (app.hugePages ? "huge" : "base");
/** Share of code and heap that the application ever refers to [1]. */
export function hotShareOf({ memory: { code, heap, workingSet, access } }) {
    return access?.kind === "phases" ? 1 : workingSet / (code + heap);
}
/** Content of the program's files. */
export const layerOf = (app) => app.memory.layer ?? `code of ${app.name}`;
/** Mean arrival rate of one tenant of `app` [1/s]. */
export function meanRate(app) {
    return app.arrivals.reduce((sum, arrivals) => sum + meanRateOf(arrivals), 0);
}
