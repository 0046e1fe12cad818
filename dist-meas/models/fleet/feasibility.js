import { memoryWithSwap } from "../os/spec.js";
import { mebibytes } from "../vocabulary.js";
import { residentsOf } from "./residents.js";
import { unitOf } from "./units.js";
/** Why the deployment is refused, or undefined if it can run. */
export function whyRefused({ hosts, parts }) {
    for (const host of hosts) {
        const reason = whyRefusedOn(host, parts);
        if (reason !== undefined)
            return reason;
    }
    return undefined;
}
function whyRefusedOn(host, parts) {
    for (const { app, unit } of parts) {
        const reason = unitOf(unit).whyRefused(host, app, unit);
        if (reason !== undefined)
            return reason;
    }
    const residents = residentsOf(parts, host.os);
    const memory = residents.reduce((sum, each) => sum + each.memory, 0);
    const workingSet = residents.reduce((sum, each) => sum + each.workingSet, 0);
    if (memory > memoryWithSwap(host.memory.size, host.os) || workingSet > host.memory.size) {
        return `${host.preset} is too small for its own system and what runs the deployment: ${mebibytes(memory)} needed before the first tenant, it has ${mebibytes(host.memory.size)}`;
    }
    if (host.mmu.kind === "none" && (host.os.swap ?? host.os.zram) !== undefined) {
        return `${host.preset} has no MMU: swap needs paged memory`;
    }
    return undefined;
}
