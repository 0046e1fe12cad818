/** Public face of the scenarios: load and check scenario files, look up presets, run studies. */
export * from "./language/index.ts";
export { describePreset, listPresets, type PresetDescription, type PresetSummary, suggestPreset } from "./presets/index.ts";
export * from "./study/index.ts";
export { type Objective, percentileOf } from "./objective.ts";
export type { Experiment, Scenario } from "./scenario.ts";
