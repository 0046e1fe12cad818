/** Rules that decide an answer, printed like any other value, each with what chose it. */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { policiesOf } from "../../models/run/policies.ts";
import type { Scenario } from "../scenario.ts";
import type { ValueOrigin } from "./record.ts";

/** No key of the language chooses it. */
const FIXED = "fixed in this version";

/** Once, where all deployments have the same rule. */
export function policyValues({ deployments, values }: Pick<Scenario, "deployments" | "values">): ValueOrigin[] {
  const all = deployments.flatMap(({ spec }) =>
    policiesOf(spec).map(({ name, value, settings = [] }) => ({
      deployment: spec.name,
      name,
      value,
      origins: originsOf(values, spec, settings),
    })),
  );
  const rows = new Map<string, { path: string; value: string; origins: string[] }>();
  for (const { deployment, name, value, origins } of all) {
    const common = all.filter((other) => other.name === name).every((other) => other.value === value);
    const path = common ? `policies.${name}` : `deployments.${deployment}.policies.${name}`;
    const row = rows.get(`${path}: ${value}`) ?? { path, value, origins: [] };
    row.origins.push(...origins);
    rows.set(`${path}: ${value}`, row);
  }
  return [...rows.values()].map(({ path, value, origins }) => ({ path, value, origin: originText(origins) }));
}

/** Where the values that choose a rule came from: those of the deployment itself, of its applications, and of hosts that it runs on. */
function originsOf(values: readonly ValueOrigin[], { name, hosts, parts }: DeploymentSpec, settings: readonly string[]): readonly string[] {
  const within = [`deployments.${name}.`, ...hosts.map((host) => `hosts.${host.name}.`), ...parts.map(({ app }) => `apps.${app.name}.`)];
  const chooses = ({ path }: ValueOrigin): boolean =>
    settings.some((setting) => path === setting || (path.endsWith(`.${setting}`) && within.some((prefix) => path.startsWith(prefix))));
  return values.filter(chooses).map(({ origin }) => origin);
}

/** A default beside what somebody wrote says nothing. */
function originText(origins: readonly string[]): string {
  const all = [...new Set(origins)];
  const written = all.filter((origin) => origin !== "default");
  return [...(written.length > 0 ? written : all)].join(", ") || FIXED;
}
