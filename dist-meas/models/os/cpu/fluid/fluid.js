/**
 * The fluid scheduler: every task has a steady share of the cores (generalized processor sharing), nothing happens between arrivals,
 * completions and the ends of quotas.
 *
 * A group gets cores in proportion to its weight, at most one for each of its tasks, or vCPUs if they are fewer. Tasks of a group share
 * equally. Switching costs a share of the capacity once runnable threads and vCPUs outnumber hardware threads, and a share of a virtual
 * machine's vCPUs once its tasks outnumber them. cpu.max: the group runs at its full rate until the quota is used up, then not at all until
 * the period ends. Not covered: sets of CPUs, wake-up delay, migration.
 */
import { grown, SharedProcessor, } from "../../../../engine/index.js";
import { fullCapacity, hardwareThreads } from "../../../hardware/cores.js";
import { QuotaPeriods } from "../quota-periods.js";
import { checkGroup, refuseDemand, refuseTasks, } from "../scheduler.js";
import { TaskTable } from "../task-table.js";
import { capacityOf, turnEfficiency } from "./capacity.js";
/** What it does, in one line. */
export const describeFluid = () => "fluid processor sharing, max-min fair by weight with caps; equal shares inside a group";
/** In the place of a task's group: it was withdrawn at the instant at which it finished, and waits to be told so. */
const WITHDRAWN = -1;
export class FluidScheduler {
    name;
    kind = "fluid scheduler";
    finished = { running: 0, waiting: 0, steal: 0, throttled: 0 };
    #simulation;
    #cpu;
    #processor;
    #periods;
    #finished;
    #exhausted;
    #groups = [];
    // By task: its job, and its group's clocks when it came.
    #tasks = new TaskTable();
    #job = new Int32Array(0);
    #entitled = new Float64Array(0);
    #throttled = new Float64Array(0);
    // Usage.
    #capacity;
    #efficiency;
    #threads;
    /** When the host came. */
    #since;
    #lostSince = -1;
    #lostTime = 0;
    #throttledOfRemoved = 0;
    #steal = 0;
    #vcpuRunning = 0;
    constructor(simulation, name, cpu) {
        this.name = name;
        this.#simulation = simulation;
        this.#cpu = cpu;
        this.#threads = hardwareThreads(cpu);
        this.#since = simulation.now;
        this.#capacity = fullCapacity(cpu);
        this.#efficiency = turnEfficiency(cpu, this.#threads);
        this.#processor = new SharedProcessor(simulation, { name, capacity: capacityOf(cpu) });
        this.#finished = simulation.on(`${name}: task finished`, (slot) => this.#onFinished(slot));
        this.#exhausted = simulation.on(`${name}: quota used up`, () => this.#observe());
        this.#periods = new QuotaPeriods(simulation, name, (group) => this.#refill(group), (group) => this.#processor.groupRunnable(group) > 0);
    }
    addGroup(options) {
        checkGroup(this.name, options);
        const { name, weight, vcpus, bandwidth, cpus } = options;
        if (cpus !== undefined && new Set(cpus).size < this.#threads) {
            throw new RangeError(`scheduler "${this.name}", group "${name}": a set of CPUs needs the scheduler "slices"; this one is "fluid"`);
        }
        const places = vcpus ?? Infinity;
        const guest = vcpus === undefined ? 1 : turnEfficiency(this.#cpu, vcpus);
        const label = name === undefined ? {} : { name };
        const group = this.#processor.addGroup({ ...label, weight, cap: Infinity, places, turnEfficiency: guest });
        this.#groups[group] = { name: name ?? `group ${group}`, vcpus: vcpus ?? 0, quota: Infinity, tasks: 0 };
        this.#setBandwidth(group, bandwidth);
        return group;
    }
    changeGroup(group, { weight, bandwidth }) {
        checkGroup(this.name, { name: this.#group(group).name, weight, bandwidth });
        this.#processor.changeGroup(group, { weight, cap: Infinity });
        this.#setBandwidth(group, bandwidth);
        if (this.#processor.groupRunnable(group) > 0)
            this.#periods.work(group);
        this.#observe();
    }
    removeGroup(group) {
        const { name, tasks } = this.#group(group);
        if (tasks > 0)
            refuseTasks(this.name, "removeGroup", name, tasks);
        const throttled = this.#processor.throttledTime(group);
        this.#processor.removeGroup(group);
        this.#throttledOfRemoved += throttled;
        this.#periods.set(group, undefined);
        this.#groups[group] = undefined;
    }
    submit(group, demand, done, arg) {
        if (!(demand >= 0 && demand < Infinity))
            refuseDemand(this.name, demand);
        this.#group(group).tasks++;
        this.#periods.work(group);
        const slot = this.#tasks.open(group, demand, done, arg, this.#simulation.now);
        if (this.#job.length < this.#tasks.size)
            this.#grow();
        // With the task in, the group's clock runs for n tasks rather than n - 1; it has not moved yet, so these readings hold.
        this.#entitled[slot] = this.#processor.entitlement(group);
        this.#throttled[slot] = this.#processor.throttledTime(group);
        this.#job[slot] = this.#processor.submit(group, demand, this.#finished, slot);
        this.#observe();
        return this.#tasks.idOf(slot);
    }
    withdraw(task) {
        const slot = this.#tasks.slotOf(task);
        if (slot < 0 || this.#tasks.group[slot] === WITHDRAWN)
            return 0;
        this.#group(this.#tasks.group[slot]).tasks--;
        const left = this.#processor.withdraw(this.#job[slot]);
        // With nothing left it has finished at this very instant, and its end is still to be told.
        if (left > 0)
            this.#tasks.close(slot);
        else
            this.#tasks.group[slot] = WITHDRAWN;
        this.#observe();
        return left;
    }
    close() {
        for (const group of this.#groups)
            if (group !== undefined && group.tasks > 0)
                refuseTasks(this.name, "close", group.name, group.tasks);
        this.#groups.forEach((group, id) => {
            if (group !== undefined)
                this.removeGroup(id);
        });
        this.#simulation.unregister(this.#processor);
    }
    get usage() {
        let throttled = 0;
        this.#groups.forEach((group, id) => {
            if (group !== undefined)
                throttled += this.#processor.throttledTime(id);
        });
        return {
            switches: 0,
            migrations: 0,
            throttled: this.#throttledOfRemoved + throttled,
            vcpuRunning: this.#vcpuRunning,
            vcpuSteal: this.#steal,
        };
    }
    /** Those of the processor; capacity is that of all hardware threads, less what switching costs while there are more tasks than these. */
    counters() {
        const { now } = this.#simulation;
        const lost = this.#lostTime + (this.#lostSince < 0 ? 0 : now - this.#lostSince);
        return { ...this.#processor.counters(), capacityIntegral: this.#capacity * (now - this.#since - (1 - this.#efficiency) * lost) };
    }
    #onFinished(slot) {
        const id = this.#tasks.group[slot];
        if (id === WITHDRAWN)
            return this.#tasks.close(slot);
        const group = this.#group(id);
        group.tasks--;
        this.#split(slot, id, group.vcpus > 0);
        const done = this.#tasks.done[slot];
        const arg = this.#tasks.arg[slot];
        this.#tasks.close(slot);
        this.#observe();
        this.#simulation.call(done, arg);
    }
    /**
     * Of a stay T with demand D in which the group's own cores would have given A and which was throttled for H: A - D went to others
     * (steal of a virtual machine), T - A - H to the group's own tasks.
     */
    #split(slot, group, isGuest) {
        const { finished } = this;
        const time = this.#simulation.now - this.#tasks.submitted[slot];
        const entitled = this.#processor.entitlement(group) - this.#entitled[slot];
        const running = Math.min(Math.round(this.#tasks.demand[slot]), time);
        const throttled = Math.min(Math.round(this.#processor.throttledTime(group) - this.#throttled[slot]), time - running);
        const others = Math.min(Math.max(Math.round(entitled) - running, 0), time - running - throttled);
        finished.running = running;
        finished.throttled = throttled;
        finished.steal = isGuest ? others : 0;
        finished.waiting = time - running - throttled - finished.steal;
        if (isGuest) {
            this.#vcpuRunning += running;
            this.#steal += others;
        }
    }
    #setBandwidth(group, bandwidth) {
        this.#group(group).quota = bandwidth?.quota ?? Infinity;
        this.#periods.set(group, bandwidth);
        this.#refill(group);
    }
    #refill(group) {
        this.#processor.setBudget(group, this.#group(group).quota, this.#exhausted, group);
        this.#observe();
    }
    #group(id) {
        const group = this.#groups[id];
        if (group === undefined)
            throw new RangeError(`scheduler "${this.name}": found group ${id}, expected one that addGroup returned`);
        return group;
    }
    /** Notes from when to when more tasks were runnable than there are hardware threads. */
    #observe() {
        const isContended = this.#processor.runnable > this.#threads;
        if (isContended === this.#lostSince >= 0)
            return;
        const { now } = this.#simulation;
        if (isContended)
            this.#lostSince = now;
        else {
            this.#lostTime += now - this.#lostSince;
            this.#lostSince = -1;
        }
    }
    #grow() {
        const { size } = this.#tasks;
        this.#job = grown(this.#job, size);
        this.#entitled = grown(this.#entitled, size);
        this.#throttled = grown(this.#throttled, size);
    }
}
