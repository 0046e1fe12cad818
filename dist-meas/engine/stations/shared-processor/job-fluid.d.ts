/**
 * The fluid under the shared processor: what groups and their jobs are served as time goes by, at which instant the next job finishes or
 * budget is used up, and who is capped by what. Who comes, who is told and what is counted is the station's affair, `SharedProcessor`.
 *
 * The station is this class extended twice rather than made of parts: at every event nearly all of its fields are read, and each part in
 * between would cost one more load.
 */
import { SavedFields } from "../../kernel/saved-fields.ts";
import type { EventHandle, Simulation } from "../../kernel/simulation.ts";
import { type Nanoseconds } from "../../kernel/time.ts";
import { HeapIndex } from "../indexed-heap.ts";
import { FairSharing } from "./fair-sharing.ts";
import type { JobGroup } from "./job-group.ts";
import { JobTable } from "./job-table.ts";
import type { GroupId, SharedProcessorOptions } from "./options.ts";
export declare abstract class JobFluid extends SavedFields {
    readonly name: string;
    protected readonly simulation: Simulation;
    private readonly capacityOf;
    /** Whether it depends on what there is to run. */
    protected capacityVaries: boolean;
    protected readonly sharing: FairSharing;
    /** Instant from which the clocks of `sharing` count. */
    private epoch;
    /** No less than the capacity has ever been [cores]: a group with such a limit is never held back by it. */
    private unreached;
    protected readonly groups: (JobGroup | undefined)[];
    protected readonly jobIndex: HeapIndex;
    protected readonly jobs: JobTable;
    protected runnableJobs: number;
    /** Of the runnable jobs' time, what their groups lose by taking turns [1]. */
    private readonly lostInTurns;
    private readonly wake;
    protected wakeEvent: EventHandle;
    protected wakeInstant: Nanoseconds;
    constructor(simulation: Simulation, { name, capacity: given }: SharedProcessorOptions);
    /** The next instant has come at which a job finishes or a budget is used up. */
    protected abstract completion(): void;
    /** A job has had its demand. */
    protected abstract complete(slot: number): void;
    /** The budget of a group has been used up: whom that concerns is to be told. */
    protected abstract announceExhausted(id: GroupId, group: JobGroup): void;
    /** The present instant of the fluid, as far as it can be known without a change to it. */
    protected get fluidNow(): number;
    /** Brings the fluid up to now; on the way jobs finish and budgets are used up. */
    protected catchUp(): void;
    /** Goes from one instant to the next at which a job finishes or a budget is used up, up to now. */
    private passAlarms;
    /** The group has used up its budget, by now or to within rounding noise. */
    private exhaust;
    /** Books what the group has been served since the last time. */
    protected collect(id: GroupId, group: JobGroup): void;
    /** Fixes the group's entitlement and throttled time up to now; before its limit or number of jobs changes. */
    protected settleEntitlement(group: JobGroup): void;
    /** Fits cap, alarm and capacity to the jobs that `group` has now, and finds the new rates. */
    protected resize(id: GroupId, group: JobGroup): void;
    /** Finds the capacity now that `group` has changed. */
    private findCapacity;
    /** Finds the new rates, and when the next job of `group`, whose service has just been collected, finishes or its budget is used up. */
    private settle;
    /** The capacity is larger than ever before: limits that were beyond it may hold groups back now. */
    private reach;
    /** Puts the group's new limit in force. One that the capacity never reaches is none, and then need not be changed with every job. */
    private applyLimit;
    /** Has the kernel call when the next job finishes or budget is used up. */
    protected plan(): void;
    private rebase;
    protected group(id: GroupId): JobGroup;
    private refuseCapacity;
}
