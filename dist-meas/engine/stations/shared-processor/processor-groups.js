import { JobFluid } from "./job-fluid.js";
import { JobGroup } from "./job-group.js";
import { checkGroup } from "./options.js";
/** The groups of a shared processor: how they come, change and go, their budgets, and what they tell of themselves. */
export class ProcessorGroups extends JobFluid {
    freeGroups = [];
    /** @throws RangeError unless weight and cap are positive and the weight is finite */
    addGroup(options) {
        const id = this.freeGroups.pop() ?? this.groups.length;
        const name = options.name ?? `group ${id}`;
        checkGroup(this.name, name, options);
        const group = new JobGroup(name, options.weight, options.cap, this.jobIndex);
        group.places = options.places ?? Infinity;
        group.turnEfficiency = options.turnEfficiency ?? 1;
        if (group.turnEfficiency < 1)
            this.capacityVaries = true;
        this.groups[id] = group;
        this.sharing.reserve(id + 1);
        return id;
    }
    /** @throws RangeError if the group still has jobs */
    removeGroup(id) {
        const group = this.group(id);
        if (group.jobs.size > 0) {
            throw new RangeError(`processor "${this.name}": removeGroup("${group.name}") with ${group.jobs.size} unfinished jobs, expected none; withdraw them first`);
        }
        this.simulation.cancel(group.notice);
        this.groups[id] = undefined;
        this.freeGroups.push(id);
    }
    /** Changes weight and cap of a group from now on. */
    changeGroup(id, options) {
        const group = this.group(id);
        checkGroup(this.name, group.name, options);
        this.catchUp();
        this.settleEntitlement(group);
        if (group.limit > 0) {
            this.collect(id, group);
            this.sharing.leave(id);
            group.limit = 0;
        }
        group.weight = options.weight;
        group.cap = options.cap;
        this.resize(id, group);
        this.plan();
    }
    /**
     * Serves the group's jobs together at most `budget` more [ns of one core] from now on; Infinity for no limit. When that is used up the
     * group is throttled: its jobs stay, but are not served and no longer count as runnable, and the capacity goes to the others, until it
     * gets a new budget. `exhausted(arg)` is called at that instant, rounded up as completions are, after the `done` of a job of the group
     * that finishes at that very instant. With a budget of 0 the group is throttled at once, which nobody is told. A new budget replaces
     * what is left of the old one, and with it the announcement if that has not been made yet.
     *
     * A quota of CPU time in each period (cgroup cpu.max) is a budget renewed at the start of each.
     * @throws RangeError if the budget is negative or not a number
     */
    setBudget(id, budget, exhausted, arg = 0) {
        const group = this.group(id);
        if (!(budget >= 0)) {
            throw new RangeError(`processor "${this.name}", group "${group.name}": found a budget of ${budget} ns, expected 0 or more`);
        }
        this.catchUp();
        this.settleEntitlement(group);
        if (group.limit > 0)
            this.collect(id, group);
        this.simulation.cancel(group.notice);
        group.hasNotice = false;
        group.budget = budget;
        group.exhausted = exhausted;
        group.exhaustedArg = arg;
        group.isThrottled = budget === 0;
        this.resize(id, group);
        this.plan();
    }
    /** What is left of the group's budget, fractions included [ns]; 0 when throttled, Infinity without a budget. */
    budgetLeft(id) {
        const group = this.group(id);
        return group.limit > 0 ? Math.max(0, group.budget - this.sharing.uncollected(id, this.fluidNow)) : group.budget;
    }
    /** Time for which the group has been throttled while it had jobs [ns]. */
    throttledTime(id) {
        const group = this.group(id);
        const goesOn = group.isThrottled && group.jobs.size > 0;
        return group.throttledTime + (goesOn ? this.simulation.now - group.settledAt : 0);
    }
    /** Unfinished jobs of the group, throttled or not [1]. */
    groupRunnable(group) {
        return this.group(group).jobs.size;
    }
    /**
     * ∫ min(cap, n) / n dt of the group while it has jobs [ns]: the time one of its jobs would have had on the group's own cores if no other
     * group had ever been in the way. A job that stayed T, saw this advance by A and demanded D waited T - A for its own group and A - D for
     * others (steal). Equal job weights assumed. While the group is throttled this stands still: of the T - A, `throttledTime` tells how much
     * was waiting for a new budget, the rest was for siblings and the cap.
     */
    entitlement(group) {
        const { entitled, settledAt, limit, jobs } = this.group(group);
        return entitled + (limit > 0 ? (limit / jobs.size) * (this.simulation.now - settledAt) : 0);
    }
}
