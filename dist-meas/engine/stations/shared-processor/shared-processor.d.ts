import type { Wait } from "../../kernel/process.ts";
import type { HandlerId, Simulation } from "../../kernel/simulation.ts";
import type { Station, StationCounters } from "../../kernel/station.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import { JobGroup } from "./job-group.ts";
import { type JobId } from "./job-table.ts";
import type { GroupId, SharedProcessorOptions } from "./options.ts";
import { ProcessorGroups } from "./processor-groups.ts";
import { SharedService } from "./shared-service.ts";
export declare class SharedProcessor extends ProcessorGroups implements Station {
    readonly kind = "shared-processor";
    private readonly processes;
    private isCompleting;
    private finished;
    private told;
    private readonly finishedDone;
    private readonly finishedArg;
    private readonly finishedProcess;
    private sequence;
    private readonly population;
    private workOfDeparted;
    constructor(simulation: Simulation, options: SharedProcessorOptions);
    /**
     * A job with `demand` [ns of one core] enters `group`. `done(arg)` is called when it has been served, as the last act of the completion
     * event; if another event at that very instant comes first and notices it, it is scheduled. Weight counts against other jobs of the group.
     * @throws RangeError if the demand is negative or not finite, or the weight not positive
     */
    submit(group: GroupId, demand: Nanoseconds, done: HandlerId, arg: number, weight?: number): JobId;
    /** `yield* processor.serve(group, demand)`: waits until the demand has been served. Killed or interrupted, it withdraws. */
    serve(group: GroupId, demand: Nanoseconds, weight?: number): Wait<void>;
    /** For `SharedService`: a process comes as a job. */
    submitProcess(wait: SharedService, group: GroupId, demand: Nanoseconds, weight: number): JobId;
    /**
     * Takes an unfinished job out (killed, moved): it departs with what it attained, its `done` never comes. Returns the work left, rounded
     * up [ns]; 0 if the job has finished already, in which case its `done` is scheduled or has been.
     */
    withdraw(job: JobId): Nanoseconds;
    /** Unfinished jobs, of each group at most as many as it has places, and none of a throttled one [1]. */
    get runnable(): number;
    protected get unsaved(): readonly string[];
    /** @throws SimulationError if a job is a process, or waited for by `notify`; or in the middle of an event */
    save(): unknown;
    restore(state: unknown): void;
    /** Changes nothing, not even rounding, so that looking never alters a run. */
    counters(): StationCounters;
    /** The job in the free record comes. Apart from `submit`, which V8 then inlines into its callers, so that no double is allocated. */
    private admit;
    /** The next instant has come at which a job finishes or a budget is used up. Telling them is the last act. */
    protected completion(): void;
    protected announceExhausted(id: GroupId, group: JobGroup): void;
    /** Unless the group has been given a new budget, or been removed, by somebody told in the same event. */
    private tellExhausted;
    protected complete(slot: number): void;
    /** Takes a job out of its group, whose service has just been collected. */
    private take;
    private growJobs;
    private refuse;
}
