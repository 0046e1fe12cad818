/** Policies that decide an answer and that this version has fixed: printed with every result, like any other value. */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { ValueOrigin } from "./record.ts";

type Policy = readonly [path: string, value: string];

const ALWAYS: readonly Policy[] = [
  ["policies.cpuScheduler", "fluid processor sharing, max-min fair by weight with caps; equal shares inside a group"],
  [
    "policies.pageReplacement",
    "clock (second chance), memory of programs and pages of files balanced by swappiness; reclaim from 0.1 % to 0.2 % free frames, in batches of 32",
  ],
  ["policies.outOfMemory", "the instance with the most memory in frames and on swap is killed; inside a limit or a guest, its own"],
  [
    "policies.diskQueue",
    "requests, page faults, swap and image reads in one queue, first come, first served; inside a disk with moving parts the nearest first",
  ],
  ["policies.network", "messages share links at max-min fair rates"],
  ["policies.start", "everything that runs all the time starts at once; requests come when all of it is ready"],
  ["policies.backlog", "first come, first served; a request that finds the backlog full is refused and not retried"],
];

const FUNCTIONS: readonly Policy[] = [
  ["policies.instanceChoice", "the free instance used last serves next"],
  ["policies.scaling", "one more instance for each invocation that waits, as far as the limits allow"],
  ["policies.eviction", "a start that finds the pool full evicts the instance that has been idle longest"],
];

export function policiesOf(deployments: readonly DeploymentSpec[]): ValueOrigin[] {
  const functions = deployments.some(({ parts }) => parts.some(({ unit }) => unit.kind === "function"));
  return [...ALWAYS, ...(functions ? FUNCTIONS : [])].map(([path, value]) => ({ path, value, origin: "fixed in this version" }));
}
