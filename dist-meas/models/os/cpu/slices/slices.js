import { fullCapacity } from "../../../hardware/cores.js";
import { checkGroup, refuseDemand, refuseTasks, } from "../scheduler.js";
import { Accounting } from "./accounting.js";
import { Balancing } from "./balancing.js";
import { NONE } from "./fair-queues.js";
import { GroupShares } from "./group-shares.js";
import { Guests } from "./guests.js";
import { QuotaPools } from "./quota-pools.js";
import { GRAIN } from "./slice-tasks.js";
import { SliceState } from "./state.js";
import { Throttling } from "./throttling.js";
import { TurnEnds } from "./turn-ends.js";
import { Turns } from "./turns.js";
import { WakeUps } from "./wake-ups.js";
const milliseconds = (seconds) => `${Number((1e3 * seconds).toPrecision(6))} ms`;
/** What it does with these times, in one line. */
export const describeSlices = ({ baseSlice, balanceInterval }) => [
    `turns of ${milliseconds(baseSlice)} times 1 + log2 of the CPUs (at most 4), by weight, the earliest virtual deadline first (EEVDF)`,
    "a run queue for each CPU, and for each vCPU inside a guest",
    `an idle CPU takes over who waits, busy ones are evened out every ${milliseconds(balanceInterval)} times the CPUs`,
].join("; ");
export class SliceScheduler {
    name;
    kind = "slices scheduler";
    finished = { running: 0, waiting: 0, steal: 0, throttled: 0 };
    #simulation;
    #capacity;
    /** When the host came. */
    #since;
    #state;
    #accounting;
    #shares;
    #guests;
    #balancing;
    #pools;
    #turns;
    #wakeUps;
    #throttling;
    constructor(simulation, name, cpu, spec) {
        this.name = name;
        this.#simulation = simulation;
        this.#capacity = fullCapacity(cpu);
        this.#since = simulation.now;
        const state = new SliceState(simulation, name, cpu, spec);
        this.#state = state;
        const accounting = new Accounting(state);
        const turnEnds = new TurnEnds(state, accounting, simulation.on(`${name}: turn ends`, (at) => this.#onTurnEnd(at)));
        const shares = new GroupShares(state);
        const guests = new Guests(state, accounting, turnEnds);
        const ticks = simulation.on(`${name}: balance`, () => this.#balancing.tick());
        const dispatch = (at) => this.#turns.dispatch(at);
        const balancing = new Balancing(state, { accounting, turnEnds, shares, ticks, dispatch }, spec);
        const pools = new QuotaPools(simulation, name, {
            group: (id) => state.groups.get(id),
            isFinishing: (group) => this.#throttling.isFinishing(group),
            throttle: (group) => this.#throttling.throttle(group),
            release: (group) => this.#throttling.release(group),
        });
        const parts = { accounting, turnEnds, shares, guests, balancing, pools };
        this.#accounting = accounting;
        this.#shares = shares;
        this.#guests = guests;
        this.#balancing = balancing;
        this.#pools = pools;
        this.#turns = new Turns(state, parts, cpu);
        this.#wakeUps = new WakeUps(state, parts, this.#turns);
        this.#throttling = new Throttling(state, parts, this.#turns);
        simulation.register(this);
    }
    addGroup(options) {
        checkGroup(this.name, options);
        const { groups, cpus: table } = this.#state;
        const { name = `group ${groups.next}`, weight, vcpus = 0, bandwidth, cpus } = options;
        const { count } = table;
        if (cpus !== undefined && !(cpus.length > 0 && cpus.every((cpu) => Number.isInteger(cpu) && cpu >= 0 && cpu < count))) {
            throw new RangeError(`scheduler "${this.name}", group "${name}": found CPUs ${cpus.join(", ")}, expected some of 0 to ${count - 1}`);
        }
        const group = groups.add(name, weight, count, cpus);
        this.#guests.add(group, vcpus);
        this.#pools.set(group, bandwidth);
        return group.id;
    }
    changeGroup(id, { weight, bandwidth }) {
        const group = this.#state.groups.get(id);
        checkGroup(this.name, { name: group.name, weight, bandwidth });
        group.weight = weight;
        this.#shares.shareOut(group);
        this.#pools.set(group, bandwidth);
    }
    removeGroup(id) {
        const group = this.#state.groups.get(id);
        if (group.tasks > 0)
            refuseTasks(this.name, "removeGroup", group.name, group.tasks);
        this.#pools.remove(group);
        this.#guests.remove(group);
        this.#shares.remove(group);
        this.#state.groups.remove(group, this.#simulation.now);
    }
    submit(id, demand, done, arg) {
        if (!(demand >= 0 && demand < Infinity))
            refuseDemand(this.name, demand);
        const { groups, tasks, queues } = this.#state;
        const group = groups.get(id);
        const { now } = this.#simulation;
        if (group.tasks === 0 && group.isThrottled)
            group.throttledSince = now;
        this.#pools.work(group);
        const slot = tasks.open(id, demand, done, arg, now);
        const task = queues.add(id, slot);
        tasks.entity[slot] = task;
        tasks.throttled[slot] = group.throttledTime(now);
        group.tasks++;
        const thread = group.vcpus.length === 0 ? task : this.#guests.enter(task, group);
        if (thread !== NONE)
            this.#wakeUps.wake(thread, group);
        return tasks.idOf(slot);
    }
    withdraw(id) {
        const { groups, tasks, queues, cpus } = this.#state;
        const slot = tasks.slotOf(id);
        if (slot < 0)
            return 0;
        const task = tasks.entity[slot];
        const group = groups.get(tasks.group[slot]);
        const isGuest = group.vcpus.length > 0;
        const thread = isGuest ? queues.placeOf[task] : task;
        const cpu = queues.placeOf[thread];
        this.#accounting.charge(cpu);
        const left = Math.max(0, Math.ceil(tasks.left[slot] - GRAIN));
        if (cpus.taskOn[cpu] === task)
            this.#turns.takeOff(cpu);
        else if (!isGuest || !this.#guests.leave(task, group))
            this.#wakeUps.sleep(thread, group);
        this.#depart(slot, group);
        return left;
    }
    close() {
        const groups = this.#state.groups.list();
        for (const { name, tasks } of groups)
            if (tasks > 0)
                refuseTasks(this.name, "close", name, tasks);
        for (const { id } of groups)
            this.removeGroup(id);
        this.#balancing.stop();
        this.#simulation.unregister(this);
    }
    get usage() {
        const { switches, migrations, vcpuRunning, vcpuSteal } = this.#accounting;
        return { switches, migrations, throttled: this.#state.groups.throttledTime(this.#simulation.now), vcpuRunning, vcpuSteal };
    }
    /** Service is core time, switches included: what the cores were busy with. */
    counters() {
        return {
            ...this.#state.tasks.population.counters(),
            busyIntegral: this.#state.cores.busyIntegral,
            workDone: this.#accounting.workDone(),
            capacityIntegral: this.#capacity * (this.#simulation.now - this.#since),
        };
    }
    /** The task on a CPU has finished, or it is time to pick the next. */
    #onTurnEnd(cpu) {
        const { cpus, tasks, queues } = this.#state;
        cpus.event[cpu] = 0;
        this.#accounting.charge(cpu);
        const slot = queues.slotOf[cpus.taskOn[cpu]];
        if (tasks.left[slot] <= GRAIN && cpus.overhead[cpu] <= GRAIN)
            this.#finish(cpu, slot);
        else
            this.#turns.reschedule(cpu);
    }
    #finish(cpu, slot) {
        const { groups, tasks } = this.#state;
        const group = groups.get(tasks.group[slot]);
        const done = tasks.done[slot];
        const arg = tasks.arg[slot];
        this.#turns.takeOff(cpu);
        tasks.split(slot, group.throttledTime(this.#simulation.now), this.finished);
        this.#depart(slot, group);
        this.#simulation.call(done, arg);
    }
    #depart(slot, group) {
        const { tasks, queues } = this.#state;
        const task = tasks.entity[slot];
        if (--group.tasks === 0 && group.isThrottled)
            group.throttledBefore += this.#simulation.now - group.throttledSince;
        queues.removeEntity(task);
        tasks.close(slot);
    }
}
