/** Public face of the scenario language. */
export { type Diagnostic, formatDiagnostics, type Style } from "./diagnostic.ts";
export { type LoadResult, loadScenario, parseScenario, validateText } from "./load.ts";
export { template } from "./template.ts";
export { scenarioJsonSchema } from "./json-schema.ts";
