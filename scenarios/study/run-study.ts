/**
 * A study: the load line of every deployment of a scenario, and what the host looks like on both sides of it.
 *
 *     scenario --> for each deployment: can it run at all? --> refused, with the reason
 *                       |
 *                    search: which load next? <----------------------.
 *                       |                                            |
 *                    evaluate: replications until it is decided --> judge: met, missed, undecided
 *                       |        (execute: here or in workers)
 *                    summarize --> point      bottleneck, where the line is passed
 *                       |
 *                    record --> reports
 */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { whyRefused } from "../../models/fleet/feasibility.ts";
import { heldMemory, whyExcluded } from "../../models/fleet/memory-held.ts";
import { meanRateWithin } from "../../models/workload/spec.ts";
import type { Scenario } from "../scenario.ts";
import { version } from "../version.ts";
import { type Evaluation, evaluate, objectivesOf, type Purpose } from "./evaluate.ts";
import type { Border } from "./effect.ts";
import { equalLoadOf } from "./equal-load.ts";
import { excessOf, excessOfApp } from "./excess.ts";
import type { Execute } from "./execute.ts";
import { hostTitle } from "./host-title.ts";
import { Interrupted, orInterrupted } from "./interruption.ts";
import { summarize } from "./point.ts";
import { policyValues } from "./policy-values.ts";
import type { DeploymentRecord, HostDescription, LoadLine, Point, StudyRecord, Verdict } from "./record.ts";
import { searchLoadLine } from "./search.ts";
import { keepTimelines } from "./timeline.ts";
import { type Attempt, findWhatHelps } from "./what-helps.ts";

export type Progress =
  | { readonly kind: "trying"; readonly deployment: string; readonly tenants: number }
  | { readonly kind: "point"; readonly deployment: string; readonly point: Point }
  | ({ readonly kind: "change" } & Attempt)
  | { readonly kind: "deployment"; readonly record: DeploymentRecord };

export interface StudyOptions {
  readonly execute: Execute;
  /** Ends the study early: what is finished is kept, `complete` is false. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Whether what moves the load line is looked for, which takes about as long as the line itself. Default true. */
  readonly causes?: boolean;
}

/** Compares all deployments. Results do not depend on how many runs go on at once, nor on the order in which they end. */
export async function runStudy(scenario: Scenario, options: StudyOptions): Promise<StudyRecord> {
  const points = scenario.deployments.map(({ spec }) => new Points(scenario, spec, options));
  const records = await Promise.all(scenario.deployments.map((each, index) => findLoadLine(scenario, each, points[index], options)));
  const equalLoad = equalLoadOf(records);
  if (equalLoad !== null) await Promise.all(points.map((each, index) => each.addEqualLoad(records[index], equalLoad)));
  const complete = records.map((record, index) => ({ ...record, points: keepTimelines(points[index].ascending(), record.loadLine) }));
  return { ...toRecord(scenario, { kind: "compare", causes: options.causes !== false }, complete, options), equalLoad };
}

/** One deployment: its load line, or one load if `tenants` is given. @throws RangeError for an unknown name. */
export async function runSingle(
  scenario: Scenario,
  deploymentName: string,
  tenants: number | undefined,
  options: StudyOptions,
): Promise<StudyRecord> {
  const each = scenario.deployments.find(({ spec }) => spec.name === deploymentName);
  if (each === undefined) {
    throw new RangeError(
      `no deployment "${deploymentName}"; the scenario has: ${scenario.deployments.map(({ spec }) => spec.name).join(", ")}`,
    );
  }
  const points = new Points(scenario, each.spec, options);
  const record = await (tenants === undefined
    ? findLoadLine(scenario, each, points, options)
    : describeLoad(each, tenants, points, options));
  return toRecord(
    scenario,
    { kind: "run", deployment: deploymentName, tenants: tenants ?? null, causes: options.causes !== false },
    [record],
    options,
  );
}

type Deployment = Scenario["deployments"][number];

async function findLoadLine(scenario: Scenario, deployment: Deployment, points: Points, options: StudyOptions): Promise<DeploymentRecord> {
  const refused = whyRefused(deployment.spec);
  if (refused !== undefined) return finish(options, { ...named(deployment), refused, loadLine: null, excluded: [], points: [] });
  const { minTenants, maxTenants } = scenario.experiment;
  let loadLine: LoadLine | null = null;
  try {
    const { firstBeyond, unsettled, ...line } = await searchLoadLine(minTenants, maxTenants, (tenants) => points.verdictAt(tenants));
    const beyond = firstBeyond === null ? undefined : points.evaluation(firstBeyond);
    loadLine = {
      ...line,
      unsettled: [...unsettled],
      binding: beyond === undefined ? points.bindingOfExcluded(firstBeyond) : bindingOf(beyond, scenario, deployment.spec),
      bottleneck: null,
      whatHelps: [],
    };
    for (const tenants of curve(line.tenants, minTenants, maxTenants)) {
      if (!points.hasNear(tenants)) await points.describe(tenants);
    }
    const border = firstBeyond === null ? undefined : points.borderOf(line, firstBeyond);
    if (border !== undefined && options.causes !== false) {
      const { execute, signal, onProgress } = options;
      const onAttempt = (attempt: Attempt): void => onProgress?.({ kind: "change", ...attempt });
      const found = await findWhatHelps({ scenario, deployment: deployment.spec, border, execute, signal, onAttempt });
      loadLine = { ...loadLine, ...found };
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  const record = { ...named(deployment), loadLine, excluded: points.excluded(), points: keepTimelines(points.ascending(), loadLine) };
  return options.signal?.aborted ? record : finish(options, record);
}

async function describeLoad(deployment: Deployment, tenants: number, points: Points, options: StudyOptions): Promise<DeploymentRecord> {
  const refused = whyRefused(deployment.spec);
  if (refused !== undefined) return finish(options, { ...named(deployment), refused, loadLine: null, excluded: [], points: [] });
  try {
    await points.verdictAt(tenants);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  return finish(options, { ...named(deployment), loadLine: null, excluded: points.excluded(), points: points.ascending() });
}

/** The application that fails first, and by what: of those that are worst off, the one farthest beyond its limits. */
function bindingOf({ windows, judgement: { apps } }: Evaluation, scenario: Scenario, deployment: DeploymentSpec): LoadLine["binding"] {
  const worst = (["missed", "unsettled", "undecided"] as const).find((verdict) => apps.some((app) => app.verdict === verdict));
  const objectives = objectivesOf(scenario, deployment);
  const failing = apps.flatMap(({ verdict, by }, app) =>
    worst === undefined || verdict !== worst || by === null
      ? []
      : [{ app: deployment.parts[app].app.name, by, excess: excessOfApp(windows, app, objectives[app], scenario.experiment.confidence) }],
  );
  if (failing.length === 0) return null;
  const { app, by } = failing.reduce((a, b) => (b.excess > a.excess ? b : a));
  return { app, by };
}

function finish({ onProgress }: StudyOptions, record: DeploymentRecord): DeploymentRecord {
  onProgress?.({ kind: "deployment", record });
  return record;
}

const named = ({ spec, label }: Deployment): Pick<DeploymentRecord, "name" | "model" | "label" | "hosts"> => {
  const models = new Set(spec.parts.map(({ unit }) => unit.kind));
  return { name: spec.name, model: models.size === 1 ? [...models][0] : "mixed", label, hosts: spec.hosts.map((host) => host.name) };
};

/** Loads that make the picture: up to the line, and beyond it. */
function curve(line: number, min: number, max: number): number[] {
  const loads = [0.25, 0.5, 0.75, 1.1, 1.3].map((factor) => Math.round(line * factor));
  return loads.filter((tenants) => tenants >= min && tenants <= max);
}

/** Loads evaluated so far. */
class Points {
  readonly #scenario: Scenario;
  readonly #deployment: DeploymentSpec;
  readonly #options: StudyOptions;
  readonly #evaluations = new Map<number, Evaluation>();
  readonly #points = new Map<number, Point>();
  /** Loads that cannot be held, by arithmetic, and why. */
  readonly #excluded = new Map<number, string>();

  constructor(scenario: Scenario, deployment: DeploymentSpec, options: StudyOptions) {
    this.#scenario = scenario;
    this.#deployment = deployment;
    this.#options = options;
  }

  async verdictAt(tenants: number): Promise<Verdict> {
    const reason = whyExcluded(this.#deployment, tenants);
    if (reason === undefined) return (await this.at(tenants, "decide")).judgement.verdict;
    this.#excluded.set(tenants, reason);
    return "missed";
  }

  /** Does nothing for a load that cannot be held. */
  async describe(tenants: number): Promise<void> {
    if (whyExcluded(this.#deployment, tenants) === undefined) await this.at(tenants, "describe");
  }

  /** Adds the load at which deployments are compared, if this one carries it. */
  async addEqualLoad({ loadLine }: DeploymentRecord, tenants: number): Promise<void> {
    if (loadLine === null || loadLine.tenants < tenants) return;
    try {
      await this.describe(tenants);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    }
  }

  async at(tenants: number, purpose: Purpose): Promise<Evaluation> {
    const known = this.#evaluations.get(tenants);
    if (known !== undefined) return known;
    const { execute, signal, onProgress } = this.#options;
    const deployment = this.#deployment.name;
    if (signal?.aborted) throw new Interrupted();
    onProgress?.({ kind: "trying", deployment, tenants });
    const evaluation = await orInterrupted(evaluate(this.#scenario, this.#deployment, tenants, purpose, execute), signal);
    const point = summarize(evaluation, this.#scenario.experiment.confidence);
    this.#evaluations.set(tenants, evaluation);
    this.#points.set(tenants, point);
    onProgress?.({ kind: "point", deployment, point });
    return evaluation;
  }

  evaluation(tenants: number): Evaluation | undefined {
    return this.#evaluations.get(tenants);
  }

  /** Where the line lies by as few runs as the changes are judged by; undefined if no load was tried that those would call missed. */
  borderOf(line: Pick<LoadLine, "tenants" | "atMost">, firstBeyond: number): Border | undefined {
    const objectives = objectivesOf(this.#scenario, this.#deployment);
    const { confidence, replications } = this.#scenario.experiment;
    const isCarried = ({ windows }: Evaluation): boolean => excessOf(windows.slice(0, replications.min), objectives, confidence) <= 1;
    const evaluations = [...this.#evaluations.values()].filter(({ tenants }) => tenants >= firstBeyond);
    const missed = evaluations.filter((each) => !isCarried(each)).map(({ tenants }) => tenants);
    const excluded = [...this.#excluded.keys()];
    if (missed.length + excluded.length === 0) return undefined;
    const beyond = Math.min(...missed, ...excluded);
    const carried = evaluations.filter(({ tenants }) => tenants < beyond).map(({ tenants }) => tenants);
    return { line, firstBeyond, carried: Math.max(line.tenants, ...carried), beyond };
  }

  /** Of a load that cannot be held the application that needs most memory; null for others. */
  bindingOfExcluded(tenants: number | null): LoadLine["binding"] {
    if (tenants === null || !this.#excluded.has(tenants)) return null;
    const { parts } = this.#deployment;
    const [largest] = parts.toSorted((a, b) => heldMemory(b) - heldMemory(a));
    return { app: largest.app.name, by: "start" };
  }

  excluded(): DeploymentRecord["excluded"] {
    return [...this.#excluded].sort(([a], [b]) => a - b).map(([tenants, reason]) => ({ tenants, reason }));
  }

  /** A load within 8 % has been evaluated. */
  hasNear(tenants: number): boolean {
    return [...this.#points.keys()].some((known) => Math.abs(known - tenants) <= 0.08 * tenants);
  }

  ascending(): Point[] {
    return [...this.#points.values()].sort((a, b) => a.tenants - b.tenants);
  }
}

/** The hosts that the deployments run on, each once. */
function hostsOf(scenario: Scenario, deployments: readonly DeploymentRecord[]): HostDescription[] {
  const used = new Set(deployments.flatMap(({ hosts }) => hosts));
  const specs = new Map(scenario.deployments.flatMap(({ spec }) => spec.hosts.map((host) => [host.name, host] as const)));
  return [...specs.values()]
    .filter(({ name }) => used.has(name))
    .map((host) => ({
      name: host.name,
      label: hostTitle(host),
      cores: host.cpu.cores,
      memory: host.memory.size,
      swap: host.os.swap?.size ?? 0,
    }));
}

function toRecord(
  scenario: Scenario,
  question: StudyRecord["question"],
  deployments: DeploymentRecord[],
  { signal }: StudyOptions,
): StudyRecord {
  const { title, source, files, objectives, experiment, values, attributions } = scenario;
  const { parts } = scenario.deployments[0].spec;
  return {
    schemaVersion: 3,
    plimsoll: version,
    scenario: { title, ...source },
    files: [...files],
    question,
    hosts: hostsOf(scenario, deployments),
    objectives: [...objectives].map(([app, objective]) => ({ app, ...objective })),
    equalLoad: null,
    experiment: {
      seed: experiment.seed,
      minTenants: experiment.minTenants,
      maxTenants: experiment.maxTenants,
      duration: experiment.duration,
      confidence: experiment.confidence,
    },
    ratePerTenant: parts.reduce((sum, { app }) => sum + meanRateWithin(app, experiment.duration), 0),
    deployments,
    values: [...values, ...policyValues(scenario)],
    attributions: [...attributions],
    complete: !(signal?.aborted ?? false),
  };
}
