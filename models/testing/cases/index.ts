/** All validation cases of whole simulated machines. */
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { coreCases } from "./cores.ts";
import { diskCases } from "./disks.ts";

export const machineCases: readonly ValidationCase[] = [...coreCases, ...diskCases];
