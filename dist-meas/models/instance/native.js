/** What it costs to run on the kernel of the host itself, whatever puts an instance there. */
import { nanoseconds } from "../../engine/index.js";
import { translationSlowdown } from "../hardware/mmu/translation.js";
import { pagesOf, workingSetOf } from "../workload/spec.js";
/** Start of a plain process [s at this speed]. Source: Manco et al., SOSP 2017: fork and exec 1 ms on a server core. */
const FORK_AND_EXEC = 1e-3;
const FORK_SPEED = 1200;
/** CPU work of starting a plain process [ns]. */
export const forkAndExec = (host) => nanoseconds(host.work(FORK_AND_EXEC, FORK_SPEED));
/** Factor on the demands of an application that runs on the host's own page tables [1]. */
export const nativeSlowdown = (host, app) => translationSlowdown(host.spec.mmu, workingSetOf(app), app.pageWalkShare, {
    application: pagesOf(app),
    host: undefined,
});
