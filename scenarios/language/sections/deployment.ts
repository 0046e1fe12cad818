/** Deployments: on which host, in which unit each application runs, and one line that says so. */
import type { z } from "zod";
import type { AppSpec, DeploymentSpec, HostSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { text, time, unknownWord } from "../text/fields.ts";
import { exactlyOne, group, isMap, named } from "../text/maps.ts";
import type { Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
import type { CompiledUnit } from "./unit-section.ts";
import { compileUnit, unitSchemas } from "./units.ts";

const restartFields = {
  every: time({
    about: "Mean time between crashes of one instance, each followed by a restart.",
    min: "1 s",
    max: "87600 h",
    because: "an instance takes longer to start, and lives no longer",
    example: "6 h",
  }),
} as const;

export const deploymentSchema = (presets: Presets): z.ZodType =>
  exactlyOne(
    {
      ...unitSchemas(presets),
      apps: named(exactlyOne(unitSchemas(presets), "Where this application runs."), "A placement of its own for each application."),
    },
    "One way to run all applications; deployments are compared side by side.",
    {
      host: text({ about: "Name of the host; may be left out if there is only one.", example: "gateway" }).schema.optional(),
      restarts: group(restartFields, "Crashes and restarts.").optional(),
    },
  );

/** What a deployment may refer to; absent where it has errors of its own. */
export interface Context {
  readonly hosts: ReadonlyMap<string, HostSpec | undefined>;
  readonly apps: ReadonlyMap<string, AppSpec | undefined>;
  readonly into: Compilation;
}

export function compileDeployment(name: string, context: Context): { spec: DeploymentSpec; label: string } | undefined {
  const { into, apps } = context;
  const path: Path = ["deployments", name];
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const host = pickHost(path, raw["host"], context);
  const restartEvery = isMap(raw["restarts"]) ? into.resolve(restartFields, { path: [...path, "restarts"] }).every : undefined;
  if (restartEvery === undefined) into.record([...path, "restarts"], "none", "default");
  const mixed = isMap(raw["apps"]) ? raw["apps"] : undefined;
  if (mixed !== undefined) checkNames([...path, "apps"], mixed, [...apps.keys()], into);
  if (host === undefined) return undefined;
  const units = new Map<string, CompiledUnit>();
  if (mixed === undefined) {
    const unit = compileUnit(path, host, sound([...apps.values()]), into);
    for (const app of apps.keys()) units.set(app, unit);
  } else {
    for (const app of Object.keys(mixed))
      if (apps.has(app)) units.set(app, compileUnit([...path, "apps", app], host, sound([apps.get(app)]), into));
  }
  const parts = [...apps].flatMap(([name, app]) => {
    const unit = units.get(name)?.spec;
    return app === undefined || unit === undefined ? [] : [{ app, unit }];
  });
  if (parts.length < apps.size || apps.size === 0) return undefined;
  const label =
    mixed === undefined
      ? ([...units.values()][0] as CompiledUnit).label
      : [...units].map(([app, { label }]) => `${app}: ${label}`).join("; ");
  return { spec: { name, hosts: [host], placement: "spread", parts, restartEvery }, label };
}

const sound = (apps: readonly (AppSpec | undefined)[]): AppSpec[] => apps.filter((app) => app !== undefined);

function pickHost(path: Path, raw: unknown, { hosts, into }: Context): HostSpec | undefined {
  const names = [...hosts.keys()];
  if (raw === undefined && names.length > 1) {
    into.error(
      path,
      { message: "there are several hosts", expected: `a "host" key: ${names.join(" or ")}`, fix: `add "host: ${names[0]}"` },
      "key",
    );
    return undefined;
  }
  const name = String(raw ?? names[0]);
  if (names.length === 0) return undefined;
  if (!hosts.has(name)) into.error([...path, "host"], unknownWord(name, names, "host"));
  else into.record([...path, "host"], name, raw === undefined ? "default" : undefined);
  return hosts.get(name);
}

function checkNames(path: Path, mixed: Readonly<Record<string, unknown>>, apps: readonly string[], into: Compilation): void {
  for (const name of Object.keys(mixed))
    if (!apps.includes(name)) into.error([...path, name], unknownWord(name, apps, "application"), "key");
  const forgotten = apps.filter((app) => mixed[app] === undefined);
  if (forgotten.length > 0) {
    into.error(
      path,
      {
        message: `no placement for ${forgotten.join(", ")}`,
        expected: "one for every application",
        fix: `add "${forgotten[0]}: { container: ... }"`,
      },
      "key",
    );
  }
}
