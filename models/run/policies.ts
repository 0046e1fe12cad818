/** The rules that decide a deployment's answer, each in the words of the code that carries it out. */
import { DISK_QUEUE } from "../hardware/disk/disk.ts";
import { SHARING } from "../network/flow-network.ts";
import { description as schedulerDescription } from "../os/cpu/create.ts";
import { NO_PAGING, PAGE_REPLACEMENT } from "../os/memory/watermarks.ts";
import type { Policy } from "../service/unit.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import { OUT_OF_MEMORY } from "../fleet/out-of-memory.ts";
import { PLACEMENT_POLICIES } from "../fleet/placement/placement.ts";
import { startInWords } from "../fleet/start-order.ts";
import { unitOf } from "../fleet/units.ts";

/** Those of the hosts, then those of the units; each once. */
export function policiesOf(deployment: DeploymentSpec): Policy[] {
  const { hosts, parts, placement } = deployment;
  const policies: Policy[] = [
    ...hosts.map(({ os }) => ({ name: "cpuScheduler", value: schedulerDescription(os.scheduler), settings: ["scheduler"] })),
    ...hosts.map(({ mmu }) => ({ name: "pageReplacement", value: mmu.kind === "paged" ? PAGE_REPLACEMENT : NO_PAGING })),
    { name: "outOfMemory", value: OUT_OF_MEMORY },
    { name: "diskQueue", value: DISK_QUEUE },
    { name: "network", value: SHARING },
    { name: "start", value: startInWords(deployment), settings: ["experiment.start.every", "experiment.start.requests", "start.after"] },
    ...(hosts.length > 1 ? [{ name: "placement", value: PLACEMENT_POLICIES[placement].description }] : []),
    ...parts.flatMap(({ unit }) => unitOf(unit).policies(unit)),
  ];
  return [...new Map(policies.map((policy) => [`${policy.name}: ${policy.value}`, policy])).values()];
}
