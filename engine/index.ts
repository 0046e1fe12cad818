/** Public face of the discrete-event engine: `import { Simulation } from "plimsoll/engine"`. One section a folder. */

// --- kernel ---
export * from "./kernel/audit.ts";
export * from "./kernel/simulation.ts";
export * from "./kernel/station.ts";
export * from "./kernel/time.ts";

// --- random ---

// --- stations ---

// --- statistics ---
