/** Scenarios without a file, for tests of the study. */
import { meanRate, type DeploymentSpec } from "../../models/index.ts";
import type { Objective } from "../objective.ts";
import type { Experiment, Scenario } from "../scenario.ts";

const experiment: Experiment = {
  seed: 1,
  minTenants: 1,
  maxTenants: 400,
  duration: 60,
  warmup: "auto",
  replications: { min: 3, max: 3, until: 0.5 },
  confidence: 0.95,
};

/** Every application of the deployments has `objective`, unless it is named in `without`. */
export function scenarioOf(
  deployments: readonly DeploymentSpec[],
  objective: Partial<Objective>,
  changes: Partial<Experiment> & { readonly without?: readonly string[] } = {},
): Scenario {
  const { without = [], ...rest } = changes;
  const names = new Set(deployments.flatMap(({ parts }) => parts.map(({ app }) => app.name)));
  for (const { parts } of deployments)
    for (const { app } of parts) if (!(meanRate(app) > 0)) throw new Error(`${app.name} gets no requests`);
  return {
    title: "test",
    source: { file: "test.yaml", text: "", sha256: "" },
    files: [],
    deployments: deployments.map((spec) => ({ spec, label: spec.name })),
    objectives: new Map(
      [...names]
        .filter((name) => !without.includes(name))
        .map((name) => [name, { statistic: "mean", latency: 1, errors: 0.01, ...objective }]),
    ),
    experiment: { ...experiment, ...rest },
    values: [],
    attributions: [],
  };
}
