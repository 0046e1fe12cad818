/** The schema of a scenario file. It checks the form; what the values mean together is checked when they are compiled. */
import { z } from "zod";
import type { Presets } from "./text/presets.ts";
/** Of a whole scenario file. Names of the library's presets are part of it. */
export declare function scenarioSchema(presets: Presets): z.ZodType;
