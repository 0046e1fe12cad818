/** Starting and ending the instances of one host, and what they do when they have nothing to do. */
import { nanoseconds } from "../../engine/index.js";
import { Completions } from "../os/completions.js";
import { ROOT } from "../os/memory/memory.js";
import { GONE, NO_TASK, READY } from "./instance.js";
import { Start } from "./start.js";
const SECOND = nanoseconds(1);
export class Lifecycle {
    /** Idle instances of platforms that had to go for others. */
    evictions = 0;
    /** Instances of this host that can serve. */
    ready = 0;
    #simulation;
    #host;
    #instances;
    #events;
    #start;
    #idleTick;
    #idleDone;
    /** Faults of guests that are gone; kills of all, counted here because a kill ends the guest. */
    #endedGuests = { minorFaults: 0, majorFaults: 0, kills: 0 };
    constructor(simulation, host, instances, events) {
        this.#simulation = simulation;
        this.#host = host;
        this.#instances = instances;
        this.#events = events;
        this.#start = new Start(new Completions(simulation, "start goes on"), (instance) => {
            this.#endedGuests.kills++;
            this.#events.onGuestOutOfMemory(instance);
        });
        const onInstance = (name, handle) => simulation.on(name, (id) => {
            const instance = instances.of(id);
            if (instance !== undefined)
                handle(instance);
        });
        this.#idleTick = onInstance("idle load", (instance) => this.#tickIdle(instance));
        this.#idleDone = onInstance("idle load done", (instance) => {
            instance.idleTask = NO_TASK;
        });
    }
    /** A new instance of `service`, which begins to start when the present event is over. */
    start(service, template) {
        const instance = this.#instances.create(service, template, this.#host, this.#simulation.now);
        instance.start = this.#simulation.spawn(template.startKind, this.#startUp(instance));
        return instance;
    }
    *#startUp(instance) {
        yield* this.#start.run(instance);
        this.#becomeReady(instance);
    }
    /** Ends an instance that has no request in service: its work stops, its memory is free. */
    end(instance) {
        if (instance.state === READY)
            this.ready--;
        instance.state = GONE;
        this.#instances.remove(instance);
        const { cpu, memory } = this.#host;
        if (instance.start !== undefined)
            this.#simulation.kill(instance.start);
        if (instance.idleTask !== NO_TASK)
            cpu.withdraw(instance.idleTask);
        this.#simulation.cancel(instance.idleTick);
        cpu.removeGroup(instance.group);
        for (const segment of instance.segments)
            memory.destroy(segment);
        if (instance.memoryGroup !== ROOT)
            memory.removeGroup(instance.memoryGroup);
        this.#endGuest(instance);
    }
    #endGuest({ guest, guestSegments }) {
        if (guest === undefined)
            return;
        guest.end();
        for (const segment of guestSegments)
            guest.memory.destroy(segment);
        if (guest.memory === this.#host.memory)
            return;
        this.#endedGuests.minorFaults += guest.memory.minorFaults;
        this.#endedGuests.majorFaults += guest.memory.majorFaults;
    }
    /** Memories of the guests that page by themselves. */
    guestMemories() {
        const own = [];
        for (const { host, system } of this.#instances)
            if (host === this.#host && system.memory !== host.memory)
                own.push(system.memory);
        return own;
    }
    /** Page faults and kills of the host and of all guests there have been [1]. */
    memoryEvents() {
        const sum = { ...this.#endedGuests };
        for (const { minorFaults, majorFaults } of [this.#host.memory, ...this.guestMemories()]) {
            sum.minorFaults += minorFaults;
            sum.majorFaults += majorFaults;
        }
        return { ...sum, kills: sum.kills + this.#host.memory.kills };
    }
    /** Bytes of its own that an instance has in frames and on swap. */
    usedBytes({ segments }) {
        return segments.reduce((sum, segment) => sum + this.#host.memory.usedBytes(segment), 0);
    }
    #becomeReady(instance) {
        const { weight, bandwidth, idleCpu } = instance.template;
        this.#host.cpu.changeGroup(instance.group, { weight, bandwidth });
        instance.start = undefined;
        instance.state = READY;
        instance.readyAt = this.#simulation.now;
        this.ready++;
        if (idleCpu > 0)
            instance.idleTick = this.#simulation.after(this.#events.idlePhase(instance), this.#idleTick, instance.id);
        this.#events.onReady(instance);
    }
    /** Timer ticks and services of an idle guest. A tick that finds the last one's work unfinished adds none: a busy guest coalesces them. */
    #tickIdle(instance) {
        if (instance.idleTask === NO_TASK) {
            instance.idleTask = this.#host.cpu.submit(instance.group, instance.template.idleCpu, this.#idleDone, instance.id);
        }
        instance.idleTick = this.#simulation.after(SECOND, this.#idleTick, instance.id);
    }
}
