/** Public face of the scenario language. */
export { loadScenario, parseScenario, scenarioJsonSchema, validateText } from "./load.js";
export { template } from "./template.js";
export { formatDiagnostics } from "./text/diagnostics.js";
