/** The hosts of a world. */
export function observedHosts({ members }) {
    return members.map(({ host, lifecycle }) => {
        const stations = stationsOf(host);
        return {
            name: host.name,
            stations: () => stations,
            memory: host.memory,
            memoryEvents: () => lifecycle.memoryEvents(),
            readyInstances: () => lifecycle.ready,
            evictions: () => lifecycle.evictions,
            schedulerUsage: () => host.cpu.usage,
        };
    });
}
function stationsOf({ cpu, disk, swapDisk, port }) {
    return [
        { role: "cores", name: "cores", station: cpu },
        { role: "disk", name: disk.name, station: disk.queue },
        ...(swapDisk === undefined ? [] : [{ role: "swapDisk", name: swapDisk.name, station: swapDisk.queue }]),
        { role: "nicIn", name: "network in", station: port.inbound },
        { role: "nicOut", name: "network out", station: port.outbound },
    ];
}
