/** Public face of the scenario language. */
export { type LoadResult, loadScenario, type ParseOptions, parseScenario, scenarioJsonSchema, validateText } from "./load.ts";
export { template } from "./template.ts";
export { type Diagnostic, formatDiagnostics, type Style } from "./text/diagnostics.ts";
export type { Preset, Presets, PresetValue, PresetValues } from "./text/presets.ts";
