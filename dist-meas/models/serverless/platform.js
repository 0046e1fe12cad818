/**
 * A serverless platform on one host: passes invocations on, and decides when an instance may start and which one has to go for it.
 *
 *     invocation --> dispatch: work on the cores, then a wait --> a free instance of its function
 *                                                            \--> queue --> admitted? --> start
 *                                                                              |
 *     pool: instances by configured size, at most `poolMemory`; a start that finds it full evicts idle ones (a policy), or waits its turn
 */
import { nanoseconds } from "../../engine/index.js";
import { QUEUED } from "../request/request-table.js";
import { QUEUEING, RUNNING, WAITING } from "../vocabulary.js";
import { EVICTION_POLICIES } from "./policies/eviction/eviction.js";
/** The platform of this kind on a host: one for all functions that name the same. */
export const platformOn = (host, spec, tools) => tools.shared(`platform ${JSON.stringify(spec)}`, () => new Platform(tools, host, spec));
export class Platform {
    spec;
    #simulation;
    #host;
    #requests;
    #group;
    #dispatchWork;
    #workDone;
    #dispatched;
    #idle;
    /** Services that want to start an instance and may not yet, first come first served. */
    #wanting = new Set();
    /** Configured memory of all instances [B]. */
    #poolUsed = 0;
    #starting = 0;
    constructor({ simulation, requests, services }, host, spec) {
        this.spec = spec;
        this.#simulation = simulation;
        this.#host = host;
        this.#requests = requests;
        this.#idle = EVICTION_POLICIES[spec.eviction].create();
        this.#group = host.cpu.addGroup({ weight: host.spec.cpu.cores, name: spec.name });
        this.#dispatchWork = nanoseconds(host.work(spec.dispatchCpu, spec.dispatchSpeed));
        this.#workDone = simulation.on(`${spec.name}: dispatch work done`, (row) => this.#onWorkDone(row));
        this.#dispatched = simulation.on(`${spec.name}: dispatched`, (row) => {
            requests.account(row, QUEUEING, simulation.now);
            requests.phase[row] = QUEUED;
            services[requests.service[row]].dispatched(row);
        });
    }
    /** Takes an invocation on its way to an instance: work on the cores, then a wait that uses none. */
    dispatch(row) {
        if (this.#dispatchWork > 0)
            this.#host.cpu.submit(this.#group, this.#dispatchWork, this.#workDone, row);
        else
            this.#wait(row);
    }
    #onWorkDone(row) {
        const stay = this.#simulation.now - this.#requests.mark[row];
        const running = Math.min(stay, this.#dispatchWork);
        this.#requests.addPart(row, RUNNING, running);
        this.#requests.addPart(row, WAITING, stay - running);
        this.#requests.mark[row] = this.#simulation.now;
        this.#wait(row);
    }
    #wait(row) {
        this.#simulation.after(nanoseconds(this.spec.dispatchLatency), this.#dispatched, row);
    }
    /** Asks for room for one more instance; if there is none now, `service.startWanted()` is called again when that may have changed. */
    admit(service, memory) {
        if (this.#starting < this.spec.parallelStarts && this.#makeRoom(memory)) {
            this.#starting++;
            this.#poolUsed += memory;
            return true;
        }
        this.#wanting.add(service);
        return false;
    }
    /** The service no longer waits for an admission. */
    forget(service) {
        this.#wanting.delete(service);
    }
    started() {
        this.#starting--;
        this.#askAgain();
    }
    /** An instance is gone; `starting` if it never became ready. */
    left(instance, memory, starting) {
        this.#idle.remove(instance);
        this.#poolUsed -= memory;
        if (starting)
            this.#starting--;
        this.#askAgain();
    }
    becameIdle(instance, service) {
        this.#idle.add(instance, service);
        if (this.#wanting.size > 0)
            this.#askAgain();
    }
    becameBusy(instance) {
        this.#idle.remove(instance);
    }
    #makeRoom(memory) {
        let evictable = 0;
        for (const [, owner] of this.#idle)
            evictable += owner.instanceMemory;
        // Where all idle instances together would not do, none has to go.
        if (this.#poolUsed - evictable + memory > this.spec.poolMemory)
            return false;
        for (const [instance, owner] of this.#idle) {
            if (this.#poolUsed + memory <= this.spec.poolMemory)
                break;
            owner.evict(instance);
        }
        return this.#poolUsed + memory <= this.spec.poolMemory;
    }
    #askAgain() {
        if (this.#asking)
            return; // an eviction inside an admission: the caller is asking already
        this.#asking = true;
        // While it is asked a service may leave the set or stay where it is. Nobody is asked in vain: a boot storm has thousands waiting.
        for (const service of this.#wanting) {
            if (this.#starting >= this.spec.parallelStarts)
                break;
            service.startWanted();
        }
        this.#asking = false;
    }
    #asking = false;
}
