/** All that `npm run validate` runs, in the order of docs/validation.md. */
import { stationCases } from "../../engine/testing/cases/index.ts";
import type { ValidationCase } from "../../engine/testing/validation.ts";
import {
  cpuMaxCases,
  diskDeviceCases,
  linkCases,
  machineCases,
  replacementCases,
  schedulerCases,
  thrashingCases,
} from "../../models/testing/cases/index.ts";
import { measuredDiskCases } from "../../scenarios/testing/disk-cases.ts";
import { measuredNetworkCases } from "../../scenarios/testing/network-cases.ts";

export interface CaseGroup {
  readonly title: string;
  readonly cases: readonly ValidationCase[];
}

export const groups: readonly CaseGroup[] = [
  { title: "Stations of the engine", cases: stationCases },
  { title: "Whole machines as queues", cases: machineCases },
  { title: "CPU schedulers", cases: [...schedulerCases, ...cpuMaxCases] },
  { title: "Page replacement", cases: replacementCases },
  { title: "Overcommitted memory", cases: thrashingCases },
  { title: "Disks", cases: [...diskDeviceCases, ...measuredDiskCases] },
  { title: "Networks", cases: [...linkCases, ...measuredNetworkCases] },
];

/** How much longer than in `npm test` a case runs: intervals are less than half as wide. */
export const LENGTH = 5;
