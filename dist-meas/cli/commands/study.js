/** What compare and run have in common: read the scenario, simulate, print, write the files. */
import { cpus } from "node:os";
import { join } from "node:path";
import { prepareDirectory, writeReports } from "../../reports/index.js";
import { createPool } from "../../scenarios/study/index.js";
import { EXIT } from "../exit-codes.js";
import { listenForInterruption } from "../interruption.js";
import { render } from "../output.js";
import { Progress, progressMode } from "../progress.js";
import { createTerminal } from "../terminal.js";
import { load } from "./load.js";
import { StudyProgress } from "./study-progress.js";
export async function carryOut({ file, flags, io, defaultOut, check, simulate, judge }) {
    const began = performance.now();
    const quiet = flags.quiet ?? false;
    const terminal = createTerminal(io, flags.color);
    const scenario = withSeed(await load(file, terminal, quiet), flags.seed);
    check?.(scenario);
    const directory = flags.out === false ? undefined : (flags.out ?? defaultOut);
    if (directory !== undefined)
        await prepareDirectory(directory); // before a long study, not after it
    const progress = new Progress(progressMode(flags.progress, quiet, io.stderr, io.env), io.stderr);
    const interruption = listenForInterruption(() => {
        progress.clear();
        terminal.say("interrupted: keeping what is finished; press Ctrl-C again to quit at once\n");
    });
    try {
        const record = await simulateWith(scenario, (io.createPool ?? createPool)({ workers: flags.workers }), interruption.signal, progress, (each, options) => simulate(each, { ...options, causes: flags.causes ?? true }));
        terminal.print(render(record, flags.format, terminal));
        if (directory !== undefined)
            await write(record, directory, flags, io.argv, began, quiet ? undefined : terminal);
        return interruption.code ?? judge?.(record, terminal) ?? EXIT.ok;
    }
    finally {
        interruption.dispose();
    }
}
async function simulateWith(scenario, pool, signal, progress, simulate) {
    const view = new StudyProgress(progress);
    try {
        return await simulate(scenario, { execute: pool.execute, signal, onProgress: (event) => view.show(event) });
    }
    finally {
        progress.clear();
        await pool.close();
    }
}
/** The summary is on standard output already: a failure here loses nothing. */
async function write(record, directory, flags, argv, began, terminal) {
    const paths = await writeReports(record, directory, {
        node: process.versions.node,
        argv,
        facts: {
            platform: `${process.platform} ${process.arch}`,
            v8: process.versions.v8,
            processor: cpus()[0]?.model ?? "unknown",
            cores: cpus().length,
            workers: flags.workers,
            seconds: Math.round((performance.now() - began) / 10) / 100,
        },
    });
    terminal?.say(`Report: ${paths.html}\nData:   ${join(directory, "{summary.json, results.csv, manifest.json}")}\n`);
}
function withSeed(scenario, seed) {
    if (seed === undefined)
        return scenario;
    const values = scenario.values.map((each) => each.path === "experiment.seed" ? { ...each, value: String(seed), origin: "--seed" } : each);
    return { ...scenario, experiment: { ...scenario.experiment, seed }, values };
}
