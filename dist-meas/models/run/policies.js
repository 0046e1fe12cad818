/** The rules that decide a deployment's answer, each in the words of the code that carries it out. */
import { DISK_QUEUE } from "../hardware/disk/disk.js";
import { SHARING } from "../network/flow-network.js";
import { description as schedulerDescription } from "../os/cpu/create.js";
import { PAGE_REPLACEMENT } from "../os/memory/watermarks.js";
import { BACKLOG } from "../service/resident-service.js";
import { OUT_OF_MEMORY } from "../fleet/out-of-memory.js";
import { PLACEMENT_POLICIES } from "../fleet/placement/placement.js";
import { unitOf } from "../fleet/units.js";
import { START } from "./world.js";
/** Those of the hosts, then those of the units; each once. */
export function policiesOf({ hosts, parts, placement }) {
    const policies = [
        ...hosts.map(({ os }) => ({ name: "cpuScheduler", value: schedulerDescription(os.scheduler) })),
        { name: "pageReplacement", value: PAGE_REPLACEMENT },
        { name: "outOfMemory", value: OUT_OF_MEMORY },
        { name: "diskQueue", value: DISK_QUEUE },
        { name: "network", value: SHARING },
        { name: "start", value: START },
        { name: "backlog", value: BACKLOG },
        ...(hosts.length > 1 ? [{ name: "placement", value: PLACEMENT_POLICIES[placement].description }] : []),
        ...parts.flatMap(({ unit }) => unitOf(unit).policies(unit)),
    ];
    return [...new Map(policies.map((policy) => [`${policy.name}: ${policy.value}`, policy])).values()];
}
