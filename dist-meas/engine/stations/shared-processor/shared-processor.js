/**
 * A processor shared by groups of jobs: hierarchical generalized processor sharing.
 *
 * Between groups capacity is max-min fair by weight, a group getting at most min(cap, number of its jobs) cores, so no job has more
 * than one core. Inside a group jobs share by weight, equally by default. A submission or completion costs O(log n). A group may have a
 * budget of service; when that is used up the group is throttled: its jobs stay and are not served until it gets a new one.
 *
 * Shares are computed as a fluid, in fractions of a nanosecond: when a job has had its demand the others speed up at that very fraction,
 * and only the instant at which its completion is announced is rounded, up to the next nanosecond. So rounding never adds up.
 *
 * Not covered: time slices, migration between cores, wake-up delays. Source: Parekh and Gallager, IEEE/ACM Trans. Networking 1(3), 1993;
 * caps by water-filling, Bertsekas and Gallager, Data Networks, 6.5.2.
 */
import { SimulationError } from "../../kernel/failure.js";
import { refuseWaits } from "../../kernel/saved-fields.js";
import { Population } from "../population.js";
import { JobGroup } from "./job-group.js";
import { LAYOUT } from "./job-table.js";
import { ProcessorGroups } from "./processor-groups.js";
import { SharedService } from "./shared-service.js";
const { DEMAND, WEIGHT, GROUP, DONE, ARG } = LAYOUT; // an imported name would be looked up each time
/** `done` of a job that is a process. */
const PROCESS = -1;
/** In the place of `done`: a group's budget is used up. */
const BUDGET = -2;
export class SharedProcessor extends ProcessorGroups {
    kind = "shared-processor";
    processes = [];
    // Jobs finished and budgets used up in this completion event, to be told when all is in order.
    isCompleting = false;
    finished = 0;
    told = 0;
    finishedDone = [];
    finishedArg = [];
    finishedProcess = [];
    sequence = 0;
    population;
    workOfDeparted = 0;
    constructor(simulation, options) {
        super(simulation, options);
        this.population = new Population(simulation);
        simulation.register(this);
    }
    /**
     * A job with `demand` [ns of one core] enters `group`. `done(arg)` is called when it has been served, as the last act of the completion
     * event; if another event at that very instant comes first and notices it, it is scheduled. Weight counts against other jobs of the group.
     * @throws RangeError if the demand is negative or not finite, or the weight not positive
     */
    submit(group, demand, done, arg, weight = 1) {
        if (this.jobs.isFull)
            this.growJobs();
        const slot = this.jobs.free;
        const { floats, words } = this.jobs;
        floats[(slot << 2) | DEMAND] = demand;
        floats[(slot << 2) | WEIGHT] = weight;
        words[(slot << 3) | DONE] = done;
        words[(slot << 3) | ARG] = arg;
        this.admit(slot, group);
        return this.jobs.idOf(slot);
    }
    /** `yield* processor.serve(group, demand)`: waits until the demand has been served. Killed or interrupted, it withdraws. */
    serve(group, demand, weight = 1) {
        return new SharedService(this, group, demand, weight);
    }
    /** For `SharedService`: a process comes as a job. */
    submitProcess(wait, group, demand, weight) {
        const job = this.submit(group, demand, PROCESS, 0, weight);
        this.processes[this.jobs.slotOf(job)] = wait;
        return job;
    }
    /**
     * Takes an unfinished job out (killed, moved): it departs with what it attained, its `done` never comes. Returns the work left, rounded
     * up [ns]; 0 if the job has finished already, in which case its `done` is scheduled or has been.
     */
    withdraw(job) {
        this.catchUp();
        const slot = this.jobs.slotOf(job);
        let left = 0;
        if (slot >= 0 && this.jobIndex.position[slot] >= 0) {
            const { floats, words } = this.jobs;
            const id = words[(slot << 3) | GROUP];
            const group = this.group(id);
            const demand = floats[(slot << 2) | DEMAND];
            if (group.limit > 0)
                this.collect(id, group);
            left = Math.min(demand, Math.max(0, this.jobIndex.key[slot] - group.attained) * floats[(slot << 2) | WEIGHT]);
            this.workOfDeparted += demand - left;
            this.processes[slot] = undefined;
            this.take(slot);
        }
        this.plan();
        return Math.ceil(left);
    }
    /** Unfinished jobs, of each group at most as many as it has places, and none of a throttled one [1]. */
    get runnable() {
        return this.runnableJobs;
    }
    get unsaved() {
        return ["groups", "processes", "finishedDone", "finishedArg", "finishedProcess"];
    }
    /** @throws SimulationError if a job is a process, or waited for by `notify`; or in the middle of an event */
    save() {
        refuseWaits(this.name, [...this.processes, ...this.finishedProcess]);
        if (this.told < this.finished) {
            throw new SimulationError(`cannot save processor "${this.name}": jobs that finished at this instant have not been told; save between runs`);
        }
        return { fields: super.save(), groups: this.groups.map((group) => group?.save()) };
    }
    restore(state) {
        const { fields, groups } = state;
        super.restore(fields);
        this.groups.length = 0;
        for (const saved of groups) {
            const group = saved === undefined ? undefined : new JobGroup("", 1, 1, this.jobIndex);
            group?.restore(saved);
            this.groups.push(group);
        }
    }
    /** Changes nothing, not even rounding, so that looking never alters a run. */
    counters() {
        const { sharing } = this;
        const { floats } = this.jobs;
        const until = this.fluidNow;
        let workDone = this.workOfDeparted;
        this.groups.forEach((group, id) => {
            if (group === undefined || group.jobs.size === 0)
                return;
            const attained = group.attained + (group.limit > 0 ? sharing.uncollected(id, until) / group.totalWeight : 0);
            for (let position = 0; position < group.jobs.size; position++) {
                const slot = group.jobs.itemAt(position);
                workDone += floats[(slot << 2) | DEMAND] - (this.jobIndex.key[slot] - attained) * floats[(slot << 2) | WEIGHT];
            }
        });
        return {
            ...this.population.counters(),
            busyIntegral: sharing.served + sharing.totalRate * (until - sharing.time),
            workDone,
            capacityIntegral: sharing.offered + sharing.capacity * (until - sharing.time),
        };
    }
    /** The job in the free record comes. Apart from `submit`, which V8 then inlines into its callers, so that no double is allocated. */
    admit(slot, id) {
        const group = this.group(id);
        const demand = this.jobs.floats[(slot << 2) | DEMAND];
        const weight = this.jobs.floats[(slot << 2) | WEIGHT];
        if (!(demand >= 0 && demand < Infinity && weight > 0 && weight < Infinity))
            this.refuse(demand, weight);
        this.jobs.open(id);
        this.catchUp();
        this.jobIndex.rank[slot] = this.sequence++;
        this.population.enter(slot);
        this.settleEntitlement(group);
        if (group.limit > 0)
            this.collect(id, group);
        else if (group.jobs.size === 0)
            group.attained = 0;
        this.jobIndex.key[slot] = group.attained + demand / weight;
        group.jobs.push(slot);
        group.include(weight);
        this.resize(id, group);
        this.plan();
    }
    /** The next instant has come at which a job finishes or a budget is used up. Telling them is the last act. */
    completion() {
        this.wakeEvent = 0;
        this.wakeInstant = -1;
        this.isCompleting = true;
        this.catchUp();
        this.isCompleting = false;
        this.plan();
        for (this.told = 0; this.told < this.finished;) {
            const index = this.told++;
            const process = this.finishedProcess[index];
            this.finishedProcess[index] = undefined;
            if (process !== undefined)
                process.grantLast(undefined);
            else if (this.finishedDone[index] === BUDGET)
                this.tellExhausted(this.finishedArg[index]);
            else
                this.simulation.call(this.finishedDone[index], this.finishedArg[index]);
        }
        this.finished = 0;
    }
    announceExhausted(id, group) {
        if (this.isCompleting) {
            const index = this.finished++;
            this.finishedDone[index] = BUDGET;
            this.finishedArg[index] = id;
            this.finishedProcess[index] = undefined;
            group.hasNotice = true;
        }
        else
            group.notice = this.simulation.after(0, group.exhausted, group.exhaustedArg);
    }
    /** Unless the group has been given a new budget, or been removed, by somebody told in the same event. */
    tellExhausted(id) {
        const group = this.groups[id];
        if (group === undefined || !group.hasNotice)
            return;
        group.hasNotice = false;
        this.simulation.call(group.exhausted, group.exhaustedArg);
    }
    complete(slot) {
        const done = this.jobs.words[(slot << 3) | DONE];
        const arg = this.jobs.words[(slot << 3) | ARG];
        this.workOfDeparted += this.jobs.floats[(slot << 2) | DEMAND];
        this.take(slot);
        let process;
        if (done === PROCESS) {
            process = this.processes[slot];
            this.processes[slot] = undefined;
        }
        if (this.isCompleting) {
            const index = this.finished++;
            this.finishedDone[index] = done;
            this.finishedArg[index] = arg;
            this.finishedProcess[index] = process;
        }
        else if (process === undefined)
            this.simulation.after(0, done, arg);
        else
            process.grant(undefined);
    }
    /** Takes a job out of its group, whose service has just been collected. */
    take(slot) {
        const id = this.jobs.words[(slot << 3) | GROUP];
        const group = this.groups[id];
        this.settleEntitlement(group);
        group.jobs.remove(slot);
        group.exclude(this.jobs.floats[(slot << 2) | WEIGHT]);
        this.population.leave(slot);
        this.jobs.close(slot);
        this.resize(id, group);
    }
    growJobs() {
        this.jobs.grow();
        this.jobIndex.reserve(this.jobs.size);
        this.population.reserve(this.jobs.size);
    }
    refuse(demand, weight) {
        throw new RangeError(`processor "${this.name}": found a job of demand ${demand} ns and weight ${weight}, expected a finite demand of at least 0 and a finite weight above 0`);
    }
}
