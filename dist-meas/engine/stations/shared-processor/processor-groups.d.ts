import type { HandlerId } from "../../kernel/simulation.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import { JobFluid } from "./job-fluid.ts";
import { type GroupId, type GroupOptions } from "./options.ts";
/** The groups of a shared processor: how they come, change and go, their budgets, and what they tell of themselves. */
export declare abstract class ProcessorGroups extends JobFluid {
    private freeGroups;
    /** @throws RangeError unless weight and cap are positive and the weight is finite */
    addGroup(options: GroupOptions): GroupId;
    /** @throws RangeError if the group still has jobs */
    removeGroup(id: GroupId): void;
    /** Changes weight and cap of a group from now on. */
    changeGroup(id: GroupId, options: Pick<GroupOptions, "weight" | "cap">): void;
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
    setBudget(id: GroupId, budget: Nanoseconds, exhausted: HandlerId, arg?: number): void;
    /** What is left of the group's budget, fractions included [ns]; 0 when throttled, Infinity without a budget. */
    budgetLeft(id: GroupId): Nanoseconds;
    /** Time for which the group has been throttled while it had jobs [ns]. */
    throttledTime(id: GroupId): Nanoseconds;
    /** Unfinished jobs of the group, throttled or not [1]. */
    groupRunnable(group: GroupId): number;
    /**
     * ∫ min(cap, n) / n dt of the group while it has jobs [ns]: the time one of its jobs would have had on the group's own cores if no other
     * group had ever been in the way. A job that stayed T, saw this advance by A and demanded D waited T - A for its own group and A - D for
     * others (steal). Equal job weights assumed. While the group is throttled this stands still: of the T - A, `throttledTime` tells how much
     * was waiting for a new budget, the rest was for siblings and the cap.
     */
    entitlement(group: GroupId): Nanoseconds;
}
