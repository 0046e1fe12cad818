/** A small scenario, any section of which a test replaces, and what the language makes of it. */
import { expect } from "vitest";
import type { DeploymentSpec, HostSpec, PartSpec } from "../../../models/index.ts";
import type { Scenario } from "../../scenario.ts";
import { type LoadResult, parseScenario } from "../load.ts";
import { type Diagnostic, formatDiagnostics } from "../text/diagnostics.ts";

const BASE = {
  plimsoll: "1",
  hosts: "{ gateway: { preset: raspberry-pi-4-4gb, swap: { size: 2 GiB } } }",
  apps: "{ telemetry: { arrivals: { poisson: 5/s }, request: [{ cpu: { exponential: 4 ms, on: raspberry-pi-4 } }, { reply: 512 B }], memory: { code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB } } }",
  deployments: "{ c: { container: { memory: 64 MiB } } }",
  objective: "{ latency: { p99: 250 ms } }",
};

export type Sections = Partial<Record<keyof typeof BASE | "experiment" | "title", string>>;

/** One line for each section, in this order: `hosts` is line 2, `apps` line 3, `deployments` line 4. */
export const write = (sections: Sections = {}): string =>
  Object.entries({ ...BASE, ...sections })
    .map(([key, text]) => `${key}: ${text}`)
    .join("\n");

/** The application with some of its parts replaced. */
export function app(parts: Readonly<Record<string, string>>): Sections {
  const all = {
    arrivals: "{ poisson: 5/s }",
    request: "[{ cpu: { exponential: 4 ms, on: raspberry-pi-4 } }, { reply: 512 B }]",
    memory: "{ code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB }",
    ...parts,
  };
  const text = Object.entries(all)
    .map(([key, part]) => `${key}: ${part}`)
    .join(", ");
  return { apps: `{ telemetry: { ${text} } }` };
}

/** The application with more said of its memory: ", data: 1 MiB". */
export const memory = (more: string): Sections => app({ memory: `{ code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB ${more} }` });

/** The host with more said of it: "network: lan-1g". */
export const host = (more: string): Sections => ({ hosts: `{ gateway: { preset: raspberry-pi-4, ${more} } }` });

export const deployment = (text: string): Sections => ({ deployments: `{ d: { ${text} } }` });

/** Content of the files beside the scenario, by name. */
export type Files = Readonly<Record<string, string>>;

export const parse = (text: string, files: Files = {}): Promise<LoadResult> =>
  parseScenario(text, {
    file: "s.yaml",
    readFile: async (file) => {
      const content = files[file];
      if (content === undefined) throw Object.assign(new Error(), { code: "ENOENT" });
      return new TextEncoder().encode(content);
    },
  });

export async function load(sections: Sections | string = {}, files: Files = {}): Promise<Scenario> {
  const result = await parse(typeof sections === "string" ? sections : write(sections), files);
  if (!result.ok) throw new Error(formatDiagnostics(result.diagnostics));
  return result.scenario;
}

/** Its first deployment. */
export async function loadSpec(sections: Sections = {}, files: Files = {}): Promise<DeploymentSpec> {
  return ((await load(sections, files)).deployments[0] as Scenario["deployments"][number]).spec;
}

/** Its host. */
export async function loadHost(sections: Sections = {}): Promise<HostSpec> {
  return (await loadSpec(sections)).hosts[0] as HostSpec;
}

/** Application and unit of the first part of its first deployment. */
export async function loadPart(sections: Sections = {}, files: Files = {}): Promise<PartSpec> {
  return (await loadSpec(sections, files)).parts[0] as PartSpec;
}

export async function errors(text: string, files: Files = {}): Promise<readonly Diagnostic[]> {
  const result = await parse(text, files);
  return result.ok ? [] : result.diagnostics;
}

/** The only diagnostic there is, which says where it belongs. */
export async function onlyError(sections: Sections, files: Files = {}): Promise<Diagnostic> {
  const found = await errors(write(sections), files);
  expect(found.map(({ message }) => message)).toHaveLength(1);
  expect(found[0]?.line).toBeGreaterThan(0);
  return found[0] as Diagnostic;
}

/** Warnings of a scenario that is valid. */
export async function warnings(sections: Sections): Promise<readonly Diagnostic[]> {
  const result = await parse(write(sections));
  if (!result.ok) throw new Error(formatDiagnostics(result.diagnostics));
  expect(result.warnings.every(({ severity }) => severity === "warning")).toBe(true);
  return result.warnings;
}

/** What a test of a refusal expects of the error, and the sections that cause it. */
export type Refusal = readonly [what: string, sections: Sections, error: { readonly message: string; readonly fix?: string }];
