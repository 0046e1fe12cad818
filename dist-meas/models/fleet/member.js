/**
 * A host of a fleet with what runs on it.
 *
 *     host ------ cores, memory, disks, network, kernel
 *     lifecycle - its instances: starts, idle load, ends
 *     shared ---- what its services have in common: platforms
 *     residents - memory of its system, of engines' daemons and platforms
 */
import { nanoseconds } from "../../engine/index.js";
import { Host } from "../host/host.js";
import { Lifecycle } from "../instance/lifecycle.js";
import { ROOT } from "../os/memory/memory.js";
import { NO_MEMORY } from "../vocabulary.js";
import { largestOf, ownerOf } from "./out-of-memory.js";
export class Member {
    host;
    lifecycle;
    #instances;
    #events;
    #shared = new Map();
    #residents = [];
    /** `prefix` begins the names of its stations, where there are several hosts. */
    constructor(simulation, spec, instances, events, prefix = "") {
        this.#instances = instances;
        this.#events = events;
        this.host = new Host(simulation, spec, (group) => this.#freeMemory(group), prefix);
        this.lifecycle = new Lifecycle(simulation, this.host, instances, {
            onReady: (instance) => events.onReady(instance),
            onGuestOutOfMemory: (instance) => events.kill(instance, NO_MEMORY),
            idlePhase: ({ service }) => nanoseconds(simulation.stream(`${events.nameOf(service)} / idle phase`).next()),
        });
    }
    /** Takes memory for what is there before the first instance. What is in constant use is never reclaimed. */
    addResidents(simulation, residents) {
        const { memory } = this.host;
        for (const { kind, memory: size, workingSet } of residents) {
            const filled = simulation.on(`memory of the ${kind} filled`, () => { });
            const inUse = memory.create(kind, workingSet, workingSet, { anonymous: true, pinned: true });
            const rest = memory.create(kind, size - workingSet, 0, { anonymous: true });
            for (const segment of [inUse, rest])
                memory.fill(segment, filled, 0);
            this.#residents.push(inUse, rest);
        }
    }
    shared(name, create) {
        if (!this.#shared.has(name))
            this.#shared.set(name, create());
        return this.#shared.get(name);
    }
    /**
     * The host leaves, after its instances have ended and its devices have nothing under way: gives up what it held for all of them. A host of the same
     * name may come later.
     * @throws Error, RangeError or AuditError, see `Host.close`
     */
    close() {
        for (const segment of this.#residents)
            this.host.memory.destroy(segment);
        this.#residents.length = 0;
        this.host.close();
    }
    *instances() {
        for (const instance of this.#instances)
            if (instance.host === this.host)
                yield instance;
    }
    #freeMemory(group) {
        const victim = group === ROOT ? largestOf(this.instances(), (instance) => this.lifecycle.usedBytes(instance)) : ownerOf(this.instances(), group);
        if (victim !== undefined)
            this.#events.kill(victim, NO_MEMORY);
        return victim !== undefined;
    }
}
