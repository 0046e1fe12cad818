/** What compare and run have in common: read the scenario, simulate, print, write the files. */
import { cpus } from "node:os";
import { join } from "node:path";
import { prepareDirectory, writeReports } from "../../reports/index.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { createPool, type Pool, type StudyOptions, type StudyRecord } from "../../scenarios/study/index.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
import { listenForInterruption } from "../interruption.ts";
import { type Format, render } from "../output.ts";
import { Progress, type ProgressMode, progressMode } from "../progress.ts";
import { createTerminal, type Terminal } from "../terminal.ts";
import { load } from "./load.ts";
import { StudyProgress } from "./study-progress.ts";

export interface StudyFlags {
  /** False: write no files. */
  readonly out?: string | false;
  readonly format: Format;
  readonly seed?: number | string;
  readonly workers: number;
  readonly progress: ProgressMode | "auto";
  readonly quiet?: boolean;
  readonly color?: boolean;
  /** False: what moves the load line is not looked for. */
  readonly causes?: boolean;
}

export interface Study {
  readonly file: string;
  readonly flags: StudyFlags;
  readonly io: ProgramIo;
  /** Where files go without --out. */
  readonly defaultOut: string;
  /** Checks what needs the scenario before anything is simulated; may throw `Failure`. */
  readonly check?: (scenario: Scenario) => void;
  readonly simulate: (scenario: Scenario, options: StudyOptions) => Promise<StudyRecord>;
  /** Exit code of a study that was not interrupted. */
  readonly judge?: (record: StudyRecord, terminal: Terminal) => ExitCode;
}

export async function carryOut({ file, flags, io, defaultOut, check, simulate, judge }: Study): Promise<ExitCode> {
  const began = performance.now();
  const quiet = flags.quiet ?? false;
  const terminal = createTerminal(io, flags.color);
  const scenario = withSeed(await load(file, terminal, quiet), flags.seed);
  check?.(scenario);
  const directory = flags.out === false ? undefined : (flags.out ?? defaultOut);
  if (directory !== undefined) await prepareDirectory(directory); // before a long study, not after it

  const progress = new Progress(progressMode(flags.progress, quiet, io.stderr, io.env), io.stderr);
  const interruption = listenForInterruption(() => {
    progress.clear();
    terminal.say("interrupted: keeping what is finished; press Ctrl-C again to quit at once\n");
  });
  try {
    const record = await simulateWith(
      scenario,
      (io.createPool ?? createPool)({ workers: flags.workers }),
      interruption.signal,
      progress,
      (each, options) => simulate(each, { ...options, causes: flags.causes ?? true }),
    );
    terminal.print(render(record, flags.format, terminal));
    if (directory !== undefined) await write(record, directory, flags, io.argv, began, quiet ? undefined : terminal);
    return interruption.code ?? judge?.(record, terminal) ?? EXIT.ok;
  } finally {
    interruption.dispose();
  }
}

async function simulateWith(
  scenario: Scenario,
  pool: Pool,
  signal: AbortSignal,
  progress: Progress,
  simulate: Study["simulate"],
): Promise<StudyRecord> {
  const view = new StudyProgress(progress, { deployments: scenario.deployments.length, maxTenants: scenario.experiment.maxTenants });
  const timer = setInterval(() => view.tick(), 1000);
  try {
    return await simulate(scenario, { execute: pool.execute, signal, onProgress: (event) => view.show(event) });
  } finally {
    clearInterval(timer);
    progress.clear();
    await pool.close();
  }
}

/** The summary is on standard output already: a failure here loses nothing. */
async function write(
  record: StudyRecord,
  directory: string,
  flags: StudyFlags,
  argv: readonly string[],
  began: number,
  terminal: Terminal | undefined,
): Promise<void> {
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

function withSeed(scenario: Scenario, seed: number | string | undefined): Scenario {
  if (seed === undefined) return scenario;
  const values = scenario.values.map((each) =>
    each.path === "experiment.seed" ? { ...each, value: String(seed), origin: "--seed" } : each,
  );
  return { ...scenario, experiment: { ...scenario.experiment, seed }, values };
}
