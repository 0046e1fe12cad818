/** Rules that decide an answer, printed like any other value, each with what chose it. */
import { policiesOf } from "../../models/run/policies.ts";
import type { Scenario } from "../scenario.ts";
import type { ValueOrigin } from "./record.ts";

/** No key of the language chooses it. */
const FIXED = "fixed in this version";

/** Once, where all deployments have the same rule. */
export function policyValues({ deployments, values }: Pick<Scenario, "deployments" | "values">): ValueOrigin[] {
  const all = deployments.flatMap(({ spec }) =>
    policiesOf(spec).map(({ name, value, setting }) => ({
      deployment: spec.name,
      name,
      value,
      origins:
        setting === undefined
          ? [FIXED]
          : originsOf(
              values,
              spec.name,
              spec.hosts.map((host) => host.name),
              setting,
            ),
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
  return [...rows.values()].map(({ path, value, origins }) => ({ path, value, origin: [...new Set(origins)].join(", ") }));
}

/** Where the scenario's value of `setting` came from: of the deployment itself, of one of its applications, or of a host that it runs on. */
function originsOf(values: readonly ValueOrigin[], deployment: string, hosts: readonly string[], setting: string): readonly string[] {
  const within = [`deployments.${deployment}.`, ...hosts.map((host) => `hosts.${host}.`)];
  const chosen = values.filter(({ path }) => within.some((prefix) => path.startsWith(prefix)) && path.endsWith(`.${setting}`));
  return chosen.length === 0 ? [FIXED] : chosen.map(({ origin }) => origin);
}
