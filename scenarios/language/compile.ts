/** From a checked file to a scenario: every section that is sound is compiled, so that one run finds as many errors as there are. */
import type { AppSpec } from "../../models/workload/spec.ts";
import { meanRate } from "../../models/workload/spec.ts";
import type { Experiment, Objective, Scenario } from "../scenario.ts";
import { compileApp } from "./compile-app.ts";
import { compileDeployment } from "./compile-deployment.ts";
import { checkName, compileHost } from "./compile-host.ts";
import type { Path } from "./document.ts";
import type { Compilation } from "./resolve.ts";
import { errorsField, experimentFields, latencyField, PERCENTILES } from "./schema.ts";
import { isMap } from "./schema-parts.ts";
import type { TraceReader } from "./trace-reader.ts";
import { formatQuantity } from "./units.ts";

/** More simulated requests than this in one run take minutes. */
const MANY_REQUESTS = 20_000_000;

/** `sound` tells whether the form of a section is right; the others are skipped. Undefined if the scenario has errors. */
export async function compile(
  into: Compilation,
  traces: TraceReader,
  source: Scenario["source"],
  sound: (path: Path) => boolean,
): Promise<Scenario | undefined> {
  const title = into.raw(["title"]);
  const sections = async <Spec>(key: string, compileOne: (name: string) => Spec | undefined | Promise<Spec | undefined>) => {
    const result = new Map<string, Spec | undefined>();
    const raw = into.raw([key]);
    for (const name of isMap(raw) ? Object.keys(raw) : []) {
      const path = [key, name];
      checkName(path, name, into);
      const errors = into.diagnostics.length;
      const spec = sound(path) ? await compileOne(name) : undefined;
      const failed = into.diagnostics.slice(errors).some((diagnostic) => diagnostic.severity === "error");
      result.set(name, failed ? undefined : spec);
    }
    return result;
  };
  const hosts = await sections("hosts", (name) => compileHost(name, into));
  const apps = await sections("apps", (name) => compileApp(name, into, traces));
  const deployments = await sections("deployments", (name) => compileDeployment(name, { hosts, apps, into }));
  const objective = sound(["objective"]) && into.raw(["objective"]) !== undefined ? compileObjective(into) : undefined;
  const experiment = sound(["experiment"]) ? compileExperiment(into) : undefined;
  if (experiment !== undefined) checkSize(experiment, [...apps.values()], into);
  if (objective === undefined || experiment === undefined || into.diagnostics.some((diagnostic) => diagnostic.severity === "error"))
    return undefined;
  return {
    title: typeof title === "string" ? title : (source.file.split(/[\\/]/).at(-1) ?? source.file),
    source,
    deployments: [...deployments.values()].filter((deployment) => deployment !== undefined),
    objective,
    experiment,
    values: into.values,
    attributions: traces.attributions,
  };
}

function compileObjective(into: Compilation): Objective {
  const path: Path = ["objective", "latency"];
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const name = PERCENTILES.find((each) => raw[each] !== undefined) as (typeof PERCENTILES)[number];
  const latency = into.single(latencyField, [...path, name]);
  return { percentile: Number(name.slice(1)), latency, errors: into.single(errorsField, ["objective", "errors"]) };
}

function compileExperiment(into: Compilation): Experiment {
  const path: Path = ["experiment"];
  const { seed, tenants, duration, warmup, replications, confidence } = into.resolve(experimentFields, { path });
  if (replications.min > replications.max) {
    const message = `at least ${replications.min} replications, but at most ${replications.max}`;
    into.error([...path, "replications", into.raw([...path, "replications", "max"]) === undefined ? "min" : "max"], {
      message,
      expected: "min of at most max",
    });
  }
  if (warmup !== "auto" && warmup >= duration) {
    const message = `the warm-up (${formatQuantity(warmup, "time")}) leaves nothing of the run (${formatQuantity(duration, "time")})`;
    into.error([...path, "warmup"], { message, expected: "less than the duration", fix: 'write "auto"' });
  }
  return { seed, minTenants: tenants.min, maxTenants: tenants.max, duration, warmup, replications, confidence };
}

/** Warns before a study that would take very long. */
function checkSize({ duration, maxTenants }: Experiment, apps: readonly (AppSpec | undefined)[], into: Compilation): void {
  const rate = apps.reduce((sum, app) => sum + (app === undefined ? 0 : meanRate(app)), 0);
  const requests = rate * duration * maxTenants;
  if (requests < MANY_REQUESTS) return;
  into.warn(["experiment", "tenants"], {
    message: `one run of ${maxTenants} tenants has ${(requests / 1e6).toFixed(0)} million requests`,
    expected: `fewer than ${MANY_REQUESTS / 1e6} million, to be done in minutes`,
    fix: "shorten the duration, or lower the largest number of tenants",
  });
}
