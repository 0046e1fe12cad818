/** What gives way first, told from the runs just beyond the load line, with the evidence. */
import { FAILURES } from "../../models/vocabulary.js";
import { unitOf } from "../../models/fleet/units.js";
const percent = (share) => `${Math.round(share * 100)} %`;
/** Share of its time above which a station is said to be busy all the time. */
const SATURATED = 0.9;
export function findBottleneck(point, deployment) {
    const found = (resource, explanation) => ({ resource, explanation, atTenants: point.tenants });
    if (!point.ready && point.outOfMemoryKills === 0) {
        return found("disk", `with ${point.tenants} tenants starting them all takes longer than half an hour`);
    }
    if (!point.ready) {
        return found("memory", `with ${point.tenants} tenants memory and swap are too small to start them all`);
    }
    if (point.outOfMemoryKills > 0) {
        const kills = `${point.outOfMemoryKills} instances were killed for lack of memory in ${point.replications} runs`;
        return found("memory", `memory and swap are full: ${kills}`);
    }
    const errors = point.errorRate.value ?? 0;
    if (point.apps.some(({ verdict, by }) => verdict === "missed" && by === "errors") && poolIsFull(point, deployment)) {
        const most = FAILURES.reduce((a, b) => (point.errors[b] > point.errors[a] ? b : a));
        return found("platform", `the platform allows no more instances: ${percent(errors)} of requests failed, most were ${WORDS[most]}`);
    }
    return whereTimeWent(point, found, deployment);
}
const WORDS = {
    refused: "refused because too many were waiting",
    timeout: "stopped at the platform's time limit",
    late: "answered after the client had given up",
    killed: "in service when their instance ended",
    noMemory: "lost because their instance was killed for lack of memory",
};
/** Instances stand as close to the platform's limit on memory or on their number as whole instances can. */
function poolIsFull(point, deployment) {
    const instances = point.instances.value ?? 0;
    const saturated = ["cores", "disk", "nicIn", "nicOut"].some((station) => (point.utilization[station].value ?? 0) > SATURATED);
    // Too many instances are wanted because none gets on: the pool is full, but not the cause.
    const limits = deployment.parts.map(({ unit }) => unitOf(unit).mostInstances?.(unit, point.tenants) ?? Number.POSITIVE_INFINITY);
    if (saturated || limits.includes(Number.POSITIVE_INFINITY))
        return false;
    return limits.some((most) => instances >= SATURATED * most);
}
/** The resource that the slowest requests waited for longest. */
function whereTimeWent(point, found, deployment) {
    const time = point.anatomy.tail ?? point.anatomy.mean;
    const whose = point.anatomy.tail ? "of the slowest 1 %'s time" : "of the response time";
    const total = Object.values(time).reduce((a, b) => a + b, 0);
    const busy = (key) => percent(point.utilization[key].value ?? 0);
    const faults = `${Math.round(point.majorFaults.value ?? 0)} page faults/s`;
    // Swapping uses the disk that requests use too: their wait for it is memory's fault once it takes the larger part of the disk's time.
    const swapping = swapShareOfDisk(point, deployment) > 0.5;
    const seconds = {
        cores: time.waiting + time.steal + time.throttled + time.running,
        memory: time.faults + (swapping ? time.disk : 0),
        disk: swapping ? 0 : time.disk,
        network: time.network,
        platform: time.coldStart,
    };
    const ranked = Object.keys(seconds).sort((a, b) => seconds[b] - seconds[a]);
    const resource = ranked[0];
    const share = (value) => percent(total === 0 ? 0 : value / total);
    // Requests queue for a thread because others hold one: the queue has the cause of what holds them.
    const queueing = time.queueing > 0.2 * total ? ` (and ${share(time.queueing)} queueing behind others that did)` : "";
    switch (resource) {
        case "cores":
            return found("cores", `cores ${busy("cores")} busy; ${share(seconds.cores)} ${whose} was waiting for a core or running${queueing}`);
        case "memory":
            return found("memory", `${faults}, swap disk ${busy("swapDisk")} busy; ${share(seconds.memory)} ${whose} was waiting for pages${queueing}`);
        case "disk":
            return found("disk", `disk ${busy("disk")} busy; ${share(seconds.disk)} ${whose} was waiting for it${queueing}`);
        case "network":
            return found("network", `network ${busy("nicIn")} in, ${busy("nicOut")} out; ${share(seconds.network)} ${whose} was on it${queueing}`);
        case "platform":
            return found("platform", coldStarts(point, share(seconds.platform), whose, queueing));
    }
}
function coldStarts(point, share, whose, queueing) {
    const evicted = point.evictions > 0 ? `; ${point.evictions} idle instances were evicted to make room` : "";
    return `${share} ${whose} was waiting for an instance to start${queueing}${evicted}`;
}
/** Part of the swap disk's busy time that reading pages takes [1]; writing them out comes on top. */
function swapShareOfDisk(point, { hosts: [host] }) {
    const { swap } = host.os;
    const disk = swap && host.disks[swap.disk];
    const busy = point.utilization.swapDisk.value ?? 0;
    if (disk === undefined || busy === 0 || swap?.disk !== host.systemDisk)
        return 0;
    const positioning = disk.mechanics === undefined ? 0 : disk.mechanics.averageSeek + disk.mechanics.rotation / 2;
    const perFault = disk.readAccess + positioning + host.mmu.pageSize / (disk.unitReadBandwidth ?? disk.readBandwidth);
    return ((point.majorFaults.value ?? 0) * perFault) / (busy * disk.parallel);
}
