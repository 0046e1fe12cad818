/** Public face of the scenarios: load and check scenario files, look up presets, run studies. */
export * from "./language/index.js";
export { describePreset, listPresets, suggestPreset } from "./presets/index.js";
export * from "./study/index.js";
export { percentileOf } from "./objective.js";
