/**
 * The way in: a file or a text becomes a scenario, or the list of all that is wrong with it.
 *
 *     text --> document --> schema (form) -----> explained issues --.
 *              with lines        |                                  +--> diagnostics: where, what, expected, fix
 *                                v                                  |
 *     presets ------------> compile (meaning) --> errors, warnings -'
 *                           section by section
 *                                |
 *                                v
 *                           scenario: specs, labels, every value with its origin
 */
import { createHash } from "node:crypto";
import type { Scenario } from "../scenario.ts";
import { shippedPresets } from "../presets/library.ts";
import { compile } from "./compile.ts";
import { scenarioSchema } from "./schema.ts";
import { TraceReader } from "./sections/trace-reader.ts";
import { type Diagnostic, fileDiagnostic, sorted } from "./text/diagnostics.ts";
import { parseDocumentText, type Path } from "./text/document.ts";
import { type ReadFile, readFromDisk, readText } from "./text/files.ts";
import { explainIssues } from "./text/issues.ts";
import { toJsonSchema } from "./text/json-schema.ts";
import type { Presets } from "./text/presets.ts";
import { Compilation } from "./text/resolve.ts";

export type LoadResult =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A scenario is written by hand: larger files are something else. */
const LARGEST_SCENARIO = 5 * 1024 * 1024;

/** Reads a scenario file and the traces it names. Never throws for what is in a file. */
export async function loadScenario(file: string, readFile: ReadFile = readFromDisk): Promise<LoadResult> {
  const content = await readText(file, LARGEST_SCENARIO, readFile);
  if ("problem" in content) return { ok: false, diagnostics: [fileDiagnostic(file, content.problem)] };
  return parseScenario(content.text, { file, readFile });
}

export interface ParseOptions {
  /** Name of the text; trace files are looked up beside it. */
  readonly file: string;
  readonly readFile?: ReadFile;
  /** Those that ship with this version, if not given. */
  readonly presets?: Presets;
}

/** The same for a text. */
export async function parseScenario(input: string, options: ParseOptions): Promise<LoadResult> {
  const { file, readFile = readFromDisk, presets = shippedPresets } = options;
  const text = input.startsWith("\uFEFF") ? input.slice(1) : input;
  const document = parseDocumentText(file, text);
  if ("diagnostics" in document) return { ok: false, diagnostics: sorted(document.diagnostics) };
  const schema = scenarioSchema(presets);
  const checked = schema.safeParse(document.value);
  const located = checked.success ? [] : explainIssues(checked.error.issues, document, schema);
  const sound = (path: Path) => !located.some((issue) => isWithin(issue.path, path));
  const into = new Compilation(document, presets);
  const traces = new TraceReader(into, readFile);
  const sha256 = createHash("sha256").update(input).digest("hex");
  const scenario = await compile(into, traces, { file, text: input, sha256 }, sound);
  const diagnostics = sorted([...located.map(({ diagnostic }) => diagnostic), ...into.diagnostics]);
  if (scenario === undefined || located.length > 0) return { ok: false, diagnostics };
  return { ok: true, scenario, warnings: diagnostics };
}

/** Whether an issue's path lies in the section, or above it. */
function isWithin(issue: Path, section: Path): boolean {
  const depth = Math.min(issue.length, section.length);
  for (let i = 0; i < depth; i++) if (issue[i] !== section[i]) return false;
  return true;
}

/** All that is wrong, or doubtful, in a text. */
export async function validateText(text: string, file = "scenario.yaml", readFile?: ReadFile): Promise<readonly Diagnostic[]> {
  const result = await parseScenario(text, readFile === undefined ? { file } : { file, readFile });
  return result.ok ? result.warnings : result.diagnostics;
}

/** JSON Schema (draft-07) of scenario files, for editors and other tools. Names of the presets that ship with this version are part of it. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  return toJsonSchema(scenarioSchema(shippedPresets));
}
