/** From a checked file to a scenario: every section that is sound is compiled, so that one run finds as many errors as there are. */
import type { Scenario } from "../scenario.ts";
import { compileApp } from "./sections/app.ts";
import { compileDeployment } from "./sections/deployment.ts";
import { checkSize, compileExperiment } from "./sections/experiment.ts";
import { compileHost } from "./sections/host.ts";
import { compileObjectives } from "./sections/objective.ts";
import type { TraceReader } from "./sections/trace-reader.ts";
import { warnOfNoEffect } from "./no-effect.ts";
import type { Path } from "./text/document.ts";
import { isMap } from "./text/maps.ts";
import { checkName } from "./text/names.ts";
import type { Compilation } from "./text/resolve.ts";

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
      const before = into.diagnostics.length;
      const hasErrors = (): boolean => into.diagnostics.slice(before).some((diagnostic) => diagnostic.severity === "error");
      let spec: Spec | undefined;
      try {
        if (sound(path)) spec = await compileOne(name);
      } catch (error) {
        // What is missing has been told; that the section then trips over it says nothing more.
        if (!hasErrors()) throw error;
      }
      const failed = hasErrors();
      result.set(name, failed ? undefined : spec);
    }
    return result;
  };
  const hosts = await sections("hosts", (name) => compileHost(name, into));
  const apps = await sections("apps", (name) => compileApp(name, into, traces));
  const deployments = await sections("deployments", (name) => compileDeployment(name, { hosts, apps, into }));
  const objectives = sound(["objective"]) && isMap(into.raw(["objective"])) ? compileObjectives(into, [...apps.keys()]) : undefined;
  const { experiment, start } = sound(["experiment"]) ? compileExperiment(into) : {};
  if (experiment !== undefined) checkSize(experiment, [...apps.values()], into);
  if (objectives === undefined || experiment === undefined || into.diagnostics.some((diagnostic) => diagnostic.severity === "error"))
    return undefined;
  const all = [...deployments.values()].filter((deployment) => deployment !== undefined);
  warnOfNoEffect({ deployments: all.map(({ spec }) => spec), experiment }, into);
  return {
    title: typeof title === "string" ? title : (source.file.split(/[\\/]/).at(-1) ?? source.file),
    source: { ...source, file: source.file.split(/[\\/]/).at(-1) ?? source.file },
    files: traces.files,
    deployments: all.map((each) => ({ ...each, spec: { ...each.spec, ...start } })),
    objectives,
    experiment,
    values: into.values,
    attributions: traces.attributions,
  };
}
