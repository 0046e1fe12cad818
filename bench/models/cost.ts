// What simulating costs: CPU time, events and bytes allocated per request, for each execution model at 10 to 10,000 tenants, with memory to spare and under
// pressure. The load of a tenant is always the same, on a host that can carry all. What a runnable task costs is measured by scheduler-cost.ts.
// Run: node --import tsx bench/models/cost.ts [rounds]
// Each measurement has a fresh process; rounds take turns. Ends with exit code 1 if a bar is missed.
import { execFileSync } from "node:child_process";
import { median, report, spread } from "../stations/measure.ts";
import type { Cost } from "./once.ts";
import { MODELS, type Model } from "./specs.ts";

const ROUNDS = Number(process.argv[2] ?? 3);
const SIZES = [10, 100, 1_000, 10_000];
/** Growth like ln(n): from 10 to 1,000 a factor of 3, to 10,000 of 4. */
const logarithmic = (size: number): number => Math.log10(size);

const file = (name: string): string => new URL(name, import.meta.url).pathname;
const fresh = (program: string, ...args: readonly (string | number)[]): string =>
  execFileSync(process.execPath, ["--expose-gc", "--import", "tsx", file(program), ...args.map(String)], { encoding: "utf8" });

/** Rounds of `measure` at every size, the sizes taking turns. */
function rounds<Result>(measure: (size: number) => Result): Result[][] {
  const results = SIZES.map((): Result[] => []);
  for (let round = 0; round < ROUNDS; round++) SIZES.forEach((size, index) => results[index].push(measure(size)));
  return results;
}

/** Compares the largest size with the smallest. */
function reportGrowth(what: string, costs: readonly (readonly number[])[]): void {
  const last = SIZES[SIZES.length - 1];
  report(`    ${what}, ${last} / ${SIZES[0]}`, costs[SIZES.length - 1], costs[0], { atMost: logarithmic(last) });
}

function costOfModel(model: Model, pressure: boolean): void {
  const results = rounds((tenants) => JSON.parse(fresh("once.ts", model, tenants, pressure ? 1 : 0)) as Cost);
  const perEvent = results.map((costs) => costs.map(({ cpu, events }) => cpu / events));
  results.forEach((costs, index) => {
    const [{ events, requests, utilization, majorFaults }] = costs;
    const perRequest = costs.map((cost) => cost.cpu / cost.requests);
    const bytes = costs.map((cost) => cost.allocated / cost.requests);
    console.log(
      `${model}, memory ${pressure ? "under pressure" : "to spare"}, ${SIZES[index]} tenants: ${spread(perRequest)} ns a request, ` +
        `${spread(perEvent[index])} ns an event, ${(events / requests).toFixed(2)} events and ${median(bytes).toFixed(0)} bytes a request, ` +
        `cores ${(100 * utilization).toFixed(0)} %, ${(majorFaults / requests).toFixed(2)} major faults a request`,
    );
  });
  reportGrowth("an event", perEvent);
}

for (const model of MODELS) for (const pressure of [false, true]) costOfModel(model, pressure);
