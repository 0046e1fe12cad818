/** Starts of a run, one by one. */
import { seconds } from "../../engine/index.ts";
import type { RunRecord } from "../run/run-record.ts";

/** Durations [s], application by application in the order in which they ended. @throws Error where the run has more than are kept */
export const durationsOf = ({ apps }: RunRecord): number[] =>
  apps.flatMap(({ name, starts }) => {
    if (starts.kind !== "exact") throw new Error(`${name} has too many starts: their durations are not kept one by one`);
    return Array.from(starts.durations, seconds);
  });
