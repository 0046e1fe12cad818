import { refuseWaits } from "../../kernel/saved-fields.js";
import { HORIZON } from "../../kernel/time.js";
import { HeapIndex, IndexedHeap } from "../indexed-heap.js";
import { capacityIntegral } from "../occupancy.js";
import { CustomerTable, LAYOUT } from "./customers.js";
import { checkOptions, refuseHold, refuseService } from "./options.js";
import { Service } from "./service.js";
const { NOBODY, SINCE, DEMAND, ATTAINED, STARTED, EVENT, DONE, ARG, NEXT } = LAYOUT; // an imported name would be looked up each time
const LATEST = HORIZON;
/** `done` of a customer that is a process: one that waits by `serve`, and one that came by `hold`. */
const PROCESS = -1;
const HOLDER = -2;
export class MultiServerQueue extends CustomerTable {
    name;
    kind = "multi-server-queue";
    servers;
    discipline;
    capacity;
    simulation;
    completion;
    isLifo;
    byPriority;
    preemptive;
    arrivals = 0;
    departures = 0;
    losses = 0;
    present = 0;
    serving = 0;
    clock = 0;
    numberIntegral = 0;
    busyIntegral = 0;
    residenceOfDeparted = 0;
    workOfDeparted = 0;
    processes = [];
    // Waiting customers by priority; without priorities they are a list of the table.
    sequence = 0;
    waitingIndex = new HeapIndex();
    waiting = new IndexedHeap(this.waitingIndex);
    serviceIndex = new HeapIndex();
    /** In service, preemptive only: keys and ranks are negative, so that the least urgent, among those the last to come, is on top. */
    inService = new IndexedHeap(this.serviceIndex);
    /** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
    constructor(simulation, options) {
        super();
        const { name, servers, discipline = "fifo", capacity = Infinity } = options;
        checkOptions(options);
        this.name = name;
        this.servers = servers;
        this.discipline = discipline;
        this.capacity = capacity;
        this.isLifo = discipline === "lifo";
        this.preemptive = discipline === "preemptive-resume";
        this.byPriority = this.preemptive || discipline === "priority";
        this.simulation = simulation;
        this.completion = simulation.on(`${name}: completion`, (customer) => this.complete(customer));
        simulation.register(this);
    }
    /**
     * A customer with `service` time [ns] comes; `done(arg)` is called when it has been served. False: lost, the station is full.
     * @throws RangeError if `service` is not an integer >= 0
     */
    submit(service, done, arg, priority = 0) {
        return this.enter(service, done, arg, priority) !== NOBODY;
    }
    /** `const served = yield* queue.serve(service)`: waits, is served; false if the station was full. */
    serve(service, priority = 0) {
        return new Service(this, service, priority);
    }
    /**
     * `yield queue.hold(service)`: waits and is served, the fastest way for a process, but not to be combined with other waits.
     * @throws SimulationError at a station with a capacity, where `serve` tells who was lost
     */
    hold(service, priority = 0) {
        if (this.capacity !== Infinity)
            refuseHold(this.name);
        const process = this.simulation.runningProcess("hold");
        this.simulation.occupy(this, this.enter(service, HOLDER, process, priority));
    }
    /** As `submit`, but returns the customer, to be able to `withdraw` it; -1 when lost. */
    enter(service, done, arg, priority = 0) {
        if (!(service >= 0 && service <= LATEST && Math.floor(service) === service && priority === priority))
            refuseService(this.name, service, priority);
        this.arrivals++;
        if (this.present >= this.capacity) {
            this.losses++;
            return NOBODY;
        }
        this.integrate();
        this.present++;
        if (this.firstFree === NOBODY)
            this.grow();
        const { floats, words } = this;
        const customer = this.firstFree;
        this.firstFree = words[(customer << 4) | NEXT];
        floats[customer << 3] = this.clock;
        floats[(customer << 3) | DEMAND] = service;
        floats[(customer << 3) | ATTAINED] = 0;
        floats[(customer << 3) | STARTED] = -1;
        words[(customer << 4) | DONE] = done | 0; // integers for V8, not numbers that might be objects
        words[(customer << 4) | ARG] = arg | 0;
        words[(customer << 4) | NEXT] = NOBODY;
        const id = this.idOf(customer);
        if (this.byPriority)
            this.admitByPriority(customer, priority);
        else if (this.serving < this.servers)
            this.start(customer);
        else if (this.isLifo)
            this.prepend(customer);
        else
            this.append(customer);
        return id;
    }
    /** For `Service`: a process comes as a customer. */
    enterProcess(wait, service, priority) {
        const customer = this.enter(service, PROCESS, 0, priority);
        if (customer !== NOBODY)
            this.processes[this.slotOf(customer)] = wait;
        return customer;
    }
    /**
     * Takes out a customer that has not been served yet (it gave up, or was killed); its `done` never comes. It departs with the service it
     * attained. False, and harmless, for one that has left, and for nobody.
     */
    withdraw(id) {
        if (!this.isPresent(id))
            return false;
        const customer = this.slotOf(id);
        this.processes[customer] = undefined;
        this.integrate();
        if (this.floats[(customer << 3) | STARTED] < 0) {
            if (this.byPriority)
                this.waiting.remove(customer);
            else
                this.unlink(customer);
            this.depart(customer);
        }
        else {
            this.simulation.cancel(this.floats[(customer << 3) | EVENT]);
            this.stop(customer);
            this.depart(customer);
            this.startNext();
        }
        return true;
    }
    describeService() {
        return `service at queue "${this.name}"`;
    }
    /** Customers waiting [1]. */
    get queueLength() {
        return this.present - this.serving;
    }
    /** Busy servers [1]. */
    get busy() {
        return this.serving;
    }
    counters() {
        const { floats } = this;
        const { now } = this.simulation;
        let residence = this.residenceOfDeparted;
        let workDone = this.workOfDeparted;
        for (let record = 0; record < floats.length; record += 8) {
            if (floats[record | SINCE] < 0)
                continue;
            residence += now - floats[record | SINCE];
            workDone += floats[record | ATTAINED];
            if (floats[record | STARTED] >= 0)
                workDone += now - floats[record | STARTED];
        }
        return {
            arrivals: this.arrivals,
            departures: this.departures,
            losses: this.losses,
            inStation: this.present,
            numberIntegral: this.numberIntegral + this.present * (now - this.clock),
            residence,
            busyIntegral: this.busyIntegral + this.serving * (now - this.clock),
            workDone,
            capacityIntegral: capacityIntegral(this.servers, now),
        };
    }
    get unsaved() {
        return ["words", "processes"];
    }
    /** @throws SimulationError if a customer is a process, or waited for by `notify` */
    save() {
        refuseWaits(this.name, this.processes);
        return super.save();
    }
    /** Brings the integrals up to now; first of all in everything that changes the number present or in service. */
    integrate() {
        const { now } = this.simulation;
        const elapsed = now - this.clock;
        this.numberIntegral += this.present * elapsed;
        this.busyIntegral += this.serving * elapsed;
        this.clock = now;
    }
    complete(customer) {
        this.integrate();
        const done = this.words[(customer << 4) | DONE];
        const arg = this.words[(customer << 4) | ARG];
        this.stop(customer);
        this.depart(customer);
        this.startNext();
        if (done >= 0)
            this.simulation.call(done, arg);
        else if (done === HOLDER)
            this.simulation.proceed(arg);
        else
            this.resume(customer);
    }
    resume(customer) {
        const service = this.processes[customer];
        this.processes[customer] = undefined;
        service.grantLast(true);
    }
    start(customer) {
        const { floats, simulation } = this;
        this.serving++;
        floats[(customer << 3) | STARTED] = this.clock;
        const left = floats[(customer << 3) | DEMAND] - floats[(customer << 3) | ATTAINED];
        floats[(customer << 3) | EVENT] = simulation.after(left, this.completion, customer);
        if (this.preemptive)
            this.inService.push(customer);
    }
    /** Takes a customer off its server and notes the service it has had. */
    stop(customer) {
        const { floats } = this;
        this.serving--;
        floats[(customer << 3) | ATTAINED] += this.clock - floats[(customer << 3) | STARTED];
        floats[(customer << 3) | STARTED] = -1;
        if (this.preemptive)
            this.inService.remove(customer);
    }
    startNext() {
        if (this.byPriority) {
            if (this.waiting.size > 0)
                this.start(this.waiting.pop());
        }
        else if (this.head !== NOBODY) {
            const customer = this.head;
            this.head = this.words[(customer << 4) | NEXT];
            this.start(customer);
        }
    }
    admitByPriority(customer, priority) {
        const rank = this.sequence++;
        this.waitingIndex.key[customer] = priority;
        this.waitingIndex.rank[customer] = rank;
        this.serviceIndex.key[customer] = -priority;
        this.serviceIndex.rank[customer] = -rank;
        const leastUrgent = this.inService.top;
        if (this.serving < this.servers) {
            this.start(customer);
        }
        else if (this.preemptive && priority < this.waitingIndex.key[leastUrgent]) {
            this.simulation.cancel(this.floats[(leastUrgent << 3) | EVENT]);
            this.stop(leastUrgent);
            this.waiting.push(leastUrgent);
            this.start(customer);
        }
        else {
            this.waiting.push(customer);
        }
    }
    depart(customer) {
        const { floats } = this;
        this.present--;
        this.departures++;
        this.residenceOfDeparted += this.clock - floats[customer << 3];
        this.workOfDeparted += floats[(customer << 3) | ATTAINED];
        this.release(customer);
    }
    grow() {
        const count = this.growRecords(this.name);
        if (!this.byPriority)
            return;
        this.waitingIndex.reserve(count);
        this.serviceIndex.reserve(count);
    }
}
