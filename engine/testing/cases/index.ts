/** All validation cases of the engine's stations. */
import type { ValidationCase } from "../validation.ts";
import { classCases } from "./classes.ts";
import { networkCases } from "./networks.ts";
import { singleQueueCases } from "./single-queue.ts";

export const stationCases: readonly ValidationCase[] = [...singleQueueCases, ...classCases, ...networkCases];
