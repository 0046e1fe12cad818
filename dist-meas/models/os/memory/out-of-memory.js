import { ROOT } from "./memory-group.js";
export class OutOfMemory {
    #simulation;
    #waiters;
    #options;
    #service;
    #isDue = false;
    constructor(simulation, waiters, options) {
        this.#simulation = simulation;
        this.#waiters = waiters;
        this.#options = options;
        this.#service = simulation.on("memory: serve or kill", () => this.#serveOrKill());
    }
    /** Looks for somebody who is stuck, and has something done about it later at this instant. */
    look() {
        if (this.#waiters.waiting.length > 0 && this.#findStuck() !== undefined)
            this.#call();
    }
    /** As an event of its own rather than deeper in this call. */
    #call() {
        if (this.#isDue)
            return;
        this.#isDue = true;
        this.#simulation.after(0, this.#service, 0);
    }
    #serveOrKill() {
        this.#isDue = false;
        const waiters = this.#waiters;
        const { pages, waiting } = waiters;
        waiters.ask(pages.free === 0);
        pages.reclaim(waiting);
        const stuck = waiting.length > 0 ? this.#findStuck() : undefined;
        if (stuck === undefined)
            return;
        const { group } = this.#options.segments.all[stuck.segment];
        const relief = pages.relieve(group);
        if (relief === "later")
            this.#call();
        else if (relief === "now")
            waiters.serveWaiting();
        else if (this.#options.onOutOfMemory(group.isFull ? group.id : ROOT)) {
            this.#options.counts.kills++;
            waiters.serveWaiting();
        }
    }
    /** Some request that is stuck. Without limits all that wait for frames wait for the same, and the first stands for all. */
    #findStuck() {
        const { waiting, pages } = this.#waiters;
        if (this.#options.groups.count > 1)
            return waiting.find(this.#isStuck);
        const { first } = waiting;
        return pages.isStuck(first) ? first : undefined;
    }
    #isStuck = (request) => this.#waiters.pages.isStuck(request);
}
