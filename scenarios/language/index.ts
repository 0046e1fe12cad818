/** Public face of the scenario language. */
export { type LoadResult, loadScenario, parseScenario, scenarioJsonSchema, validateText } from "./load.ts";
export { template } from "./template.ts";
export { type Diagnostic, formatDiagnostics, type Style } from "./text/diagnostics.ts";
