import { SLICES, STRETCHES, STRETCHES_PER_SLICE, sliceEnd } from "./time-slices.js";
export class Observation {
    #hosts;
    /** By host, then border or sample. */
    #borders;
    #memory;
    /** Begins now and lasts `duration` [ns]. */
    constructor(simulation, hosts, duration) {
        this.#hosts = hosts;
        this.#borders = hosts.map(() => []);
        this.#memory = hosts.map(() => []);
        const origin = simulation.now;
        const border = simulation.on("observation: slice border", (index) => {
            hosts.forEach((host, number) => this.#borders[number].push(readBorder(host)));
            if (index < SLICES)
                simulation.at(sliceEnd(origin, duration, index), border, index + 1);
        });
        const sample = simulation.on("observation: memory", (index) => {
            hosts.forEach((host, number) => this.#memory[number].push(readMemory(host)));
            if (index + 1 < STRETCHES)
                simulation.at(origin + Math.floor(((index + 1.5) * duration) / STRETCHES), sample, index + 1);
        });
        simulation.at(origin, border, 0);
        simulation.at(origin + Math.floor((0.5 * duration) / STRETCHES), sample, 0);
    }
    /** What was seen of each host in the first `slices` slices, and what it counted since the beginning of the run. */
    toRecords(slices) {
        return this.#hosts.map((host, number) => ({
            name: host.name,
            stations: host.stations().map(({ role, name }) => ({ role, name })),
            slices: Array.from({ length: slices }, (_, index) => this.#slice(number, index)),
            outOfMemoryKills: host.memoryEvents().kills,
            evictions: host.evictions(),
            scheduler: host.schedulerUsage(),
        }));
    }
    /** Memory in bytes, averaged over time. */
    #slice(host, index) {
        const [first, last] = [this.#borders[host][index], this.#borders[host][index + 1]];
        const samples = this.#memory[host].slice(index * STRETCHES_PER_SLICE, (index + 1) * STRETCHES_PER_SLICE);
        const page = this.#hosts[host].memory.pageSize;
        const average = (value) => samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
        return {
            busy: last.busy.map((busy, station) => busy - first.busy[station]),
            capacity: last.capacity.map((capacity, station) => capacity - first.capacity[station]),
            memory: {
                resident: Array.from(samples[0].resident, (_, kind) => average((sample) => sample.resident[kind]) * page),
                swapped: average((sample) => sample.swapped) * page,
                free: average((sample) => sample.free) * page,
            },
            instances: average((sample) => sample.instances),
            minorFaults: last.minorFaults - first.minorFaults,
            majorFaults: last.majorFaults - first.majorFaults,
        };
    }
}
function readBorder(host) {
    const counters = host.stations().map(({ station }) => station.counters());
    const { minorFaults, majorFaults } = host.memoryEvents();
    return {
        busy: counters.map(({ busyIntegral }) => busyIntegral),
        capacity: counters.map(({ capacityIntegral }) => capacityIntegral),
        minorFaults,
        majorFaults,
    };
}
const readMemory = (host) => ({
    resident: host.memory.residentByKind.slice(),
    swapped: host.memory.swapped,
    free: host.memory.free,
    instances: host.readyInstances(),
});
