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
import { shippedPresets } from "../presets/library.js";
import { compile } from "./compile.js";
import { scenarioSchema } from "./schema.js";
import { TraceReader } from "./sections/trace-reader.js";
import { fileDiagnostic, sorted } from "./text/diagnostics.js";
import { parseDocumentText } from "./text/document.js";
import { readFromDisk, readText } from "./text/files.js";
import { explainIssues } from "./text/issues.js";
import { toJsonSchema } from "./text/json-schema.js";
import { Compilation } from "./text/resolve.js";
/** A scenario is written by hand: larger files are something else. */
const LARGEST_SCENARIO = 5 * 1024 * 1024;
/** Reads a scenario file and the traces it names. Never throws for what is in a file. */
export async function loadScenario(file, readFile = readFromDisk) {
    const content = await readText(file, LARGEST_SCENARIO, readFile);
    if ("problem" in content)
        return { ok: false, diagnostics: [fileDiagnostic(file, content.problem)] };
    return parseScenario(content.text, { file, readFile });
}
/** The same for a text. */
export async function parseScenario(input, options) {
    const { file, readFile = readFromDisk, presets = shippedPresets } = options;
    const text = input.startsWith("\uFEFF") ? input.slice(1) : input;
    const document = parseDocumentText(file, text);
    if ("diagnostics" in document)
        return { ok: false, diagnostics: sorted(document.diagnostics) };
    const schema = scenarioSchema(presets);
    const checked = schema.safeParse(document.value);
    const located = checked.success ? [] : explainIssues(checked.error.issues, document, schema);
    const sound = (path) => !located.some((issue) => isWithin(issue.path, path));
    const into = new Compilation(document, presets);
    const traces = new TraceReader(into, readFile);
    const sha256 = createHash("sha256").update(input).digest("hex");
    const scenario = await compile(into, traces, { file, text: input, sha256 }, sound);
    const diagnostics = sorted([...located.map(({ diagnostic }) => diagnostic), ...into.diagnostics]);
    if (scenario === undefined || located.length > 0)
        return { ok: false, diagnostics };
    return { ok: true, scenario, warnings: diagnostics };
}
/** Whether an issue's path lies in the section, or above it. */
function isWithin(issue, section) {
    const depth = Math.min(issue.length, section.length);
    for (let i = 0; i < depth; i++)
        if (issue[i] !== section[i])
            return false;
    return true;
}
/** All that is wrong, or doubtful, in a text. */
export async function validateText(text, file = "scenario.yaml", readFile) {
    const result = await parseScenario(text, readFile === undefined ? { file } : { file, readFile });
    return result.ok ? result.warnings : result.diagnostics;
}
/** JSON Schema (draft-07) of scenario files, for editors and other tools. Names of the presets that ship with this version are part of it. */
export function scenarioJsonSchema() {
    return toJsonSchema(scenarioSchema(shippedPresets));
}
