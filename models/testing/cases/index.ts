/** All validation cases of models: whole machines as queues, and mechanisms. */
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { closedCases } from "./closed.ts";
import { coreCases } from "./cores.ts";
import { cpuMaxCases } from "./cpu-max.ts";
import { diskCases } from "./disks.ts";
import { diskDeviceCases } from "./disk-devices.ts";
import { linkCases } from "./links.ts";
import { replacementCases } from "./replacement.ts";
import { schedulerCases } from "./schedulers.ts";
import { thrashingCases } from "./thrashing.ts";

export const machineCases: readonly ValidationCase[] = [...coreCases, ...closedCases, ...diskCases];
export { cpuMaxCases, diskDeviceCases, linkCases, replacementCases, schedulerCases, thrashingCases };
