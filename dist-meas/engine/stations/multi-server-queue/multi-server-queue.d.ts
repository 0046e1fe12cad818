/**
 * c servers in parallel with one queue: M/M/c, M/G/1 and all their relatives, depending on what is submitted.
 *
 * Disciplines: first come, first served; last come, first served; priority (smaller number first, first come within a priority), which
 * lets service in progress finish; and preemptive-resume priority, where an urgent customer takes the server of the least urgent one,
 * who later goes on where it was stopped. With `capacity` the station is finite and who finds it full is lost.
 *
 * Order at one instant: completions and submissions take effect in the order of their events. `done` is the last act of a completion,
 * after the next customer has been let in; it is part of that event.
 */
import type { Place, Wait } from "../../kernel/process.ts";
import type { HandlerId, Simulation } from "../../kernel/simulation.ts";
import type { Station, StationCounters } from "../../kernel/station.ts";
import { type Nanoseconds } from "../../kernel/time.ts";
import { type CustomerId, CustomerTable } from "./customers.ts";
import { type Discipline, type MultiServerQueueOptions } from "./options.ts";
import { Service } from "./service.ts";
export declare class MultiServerQueue extends CustomerTable implements Station, Place {
    readonly name: string;
    readonly kind: string;
    readonly servers: number;
    readonly discipline: Discipline;
    readonly capacity: number;
    private readonly simulation;
    private readonly completion;
    private readonly isLifo;
    private readonly byPriority;
    private readonly preemptive;
    private arrivals;
    private departures;
    private losses;
    private present;
    private serving;
    private clock;
    private numberIntegral;
    private busyIntegral;
    private residenceOfDeparted;
    private workOfDeparted;
    private readonly processes;
    private sequence;
    private readonly waitingIndex;
    private readonly waiting;
    private readonly serviceIndex;
    /** In service, preemptive only: keys and ranks are negative, so that the least urgent, among those the last to come, is on top. */
    private readonly inService;
    /** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
    constructor(simulation: Simulation, options: MultiServerQueueOptions);
    /**
     * A customer with `service` time [ns] comes; `done(arg)` is called when it has been served. False: lost, the station is full.
     * @throws RangeError if `service` is not an integer >= 0
     */
    submit(service: Nanoseconds, done: HandlerId, arg: number, priority?: number): boolean;
    /** `const served = yield* queue.serve(service)`: waits, is served; false if the station was full. */
    serve(service: Nanoseconds, priority?: number): Wait<boolean>;
    /**
     * `yield queue.hold(service)`: waits and is served, the fastest way for a process, but not to be combined with other waits.
     * @throws SimulationError at a station with a capacity, where `serve` tells who was lost
     */
    hold(service: Nanoseconds, priority?: number): undefined;
    /** As `submit`, but returns the customer, to be able to `withdraw` it; -1 when lost. */
    enter(service: Nanoseconds, done: HandlerId, arg: number, priority?: number): CustomerId;
    /** For `Service`: a process comes as a customer. */
    enterProcess(wait: Service, service: Nanoseconds, priority: number): CustomerId;
    /**
     * Takes out a customer that has not been served yet (it gave up, or was killed); its `done` never comes. It departs with the service it
     * attained. False, and harmless, for one that has left, and for nobody.
     */
    withdraw(id: CustomerId): boolean;
    describeService(): string;
    /** Customers waiting [1]. */
    get queueLength(): number;
    /** Busy servers [1]. */
    get busy(): number;
    counters(): StationCounters;
    protected get unsaved(): readonly string[];
    /** @throws SimulationError if a customer is a process, or waited for by `notify` */
    save(): unknown;
    /** Brings the integrals up to now; first of all in everything that changes the number present or in service. */
    private integrate;
    private complete;
    private resume;
    private start;
    /** Takes a customer off its server and notes the service it has had. */
    private stop;
    private startNext;
    private admitByPriority;
    private depart;
    private grow;
}
