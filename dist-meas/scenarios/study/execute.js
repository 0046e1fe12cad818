/** Where runs happen: in worker threads, or in this one. A run is a pure function of its spec, so it does not matter where. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
/** Worker threads need compiled code: from source, the worker of an earlier build is used. */
function workerFile() {
    const candidates = ["./worker.js", "../../dist/scenarios/study/worker.js"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
    const found = candidates.find((path) => existsSync(path));
    if (found === undefined)
        throw new Error(`there is no ${candidates[0]}; run "npm run build" first`);
    return found;
}
/** `workers` threads [1]. */
export function createPool({ workers }) {
    const pool = new Tinypool({ filename: workerFile(), minThreads: workers, maxThreads: workers, idleTimeout: Number.POSITIVE_INFINITY });
    return {
        execute: (run) => pool.run(run),
        close: async () => pool.destroy(),
    };
}
/** Runs in this thread, one after the other, giving others a turn in between. */
export const executeHere = async (run) => {
    const { simulate } = await import("../../models/run/simulate.js");
    await new Promise((resolve) => setImmediate(resolve));
    return simulate(run);
};
