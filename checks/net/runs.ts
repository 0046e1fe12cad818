/** The runs of the net: every deployment of every scenario beside this file, with the fewest and the most tenants that the scenario names. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type AppLimit, NO_LIMIT, type RunSpec } from "../../models/index.ts";
import type { Objective } from "../../scenarios/objective.ts";
import { formatDiagnostics, loadScenario } from "../../scenarios/index.ts";

export interface NetRun {
  /** For example "vms / swapping / 4 tenants". */
  readonly name: string;
  readonly spec: RunSpec;
}

const FOLDER = fileURLToPath(new URL("./scenarios/", import.meta.url));

/** In the order of the files' names. @throws Error if a scenario has errors; warnings that it will page are what it is for */
export async function netRuns(): Promise<NetRun[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
  return (await Promise.all(files.sort().map(runsOf))).flat();
}

/** The objective's share of errors is the share of late requests at which a run is given up. */
async function runsOf(file: string): Promise<NetRun[]> {
  const loaded = await loadScenario(FOLDER + file);
  if (!loaded.ok) throw new Error(formatDiagnostics(loaded.diagnostics));
  const { deployments, objectives, experiment } = loaded.scenario;
  const { seed, duration, minTenants, maxTenants } = experiment;
  return deployments.flatMap(({ spec: deployment }) =>
    [...new Set([minTenants, maxTenants])].map((tenants) => ({
      name: `${file.replace(/\.yaml$/, "")} / ${deployment.name} / ${tenants} ${tenants === 1 ? "tenant" : "tenants"}`,
      spec: {
        deployment,
        tenants,
        seed,
        replication: 0,
        duration,
        limits: deployment.parts.map(({ app }) => limitOf(objectives.get(app.name))),
      },
    })),
  );
}

const limitOf = (objective: Objective | undefined): AppLimit =>
  objective === undefined
    ? NO_LIMIT
    : { latency: objective.latency, late: objective.latency, lateShare: objective.errors, failedShare: objective.errors };
