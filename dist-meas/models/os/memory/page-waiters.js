const NONE = -1;
export class PageWaiters {
    #simulation;
    /** First in the list of each page. */
    #first = new Map();
    #done = [];
    #arg = [];
    /** The next one in the list, or the next spare one; and, for the first of a list, its last. */
    #next = [];
    #last = [];
    #spare = NONE;
    constructor(simulation) {
        this.#simulation = simulation;
    }
    /** `done(arg)` once `page` is there. */
    add(page, done, arg) {
        const waiter = this.#take();
        this.#done[waiter] = done;
        this.#arg[waiter] = arg;
        this.#next[waiter] = NONE;
        this.#last[waiter] = waiter;
        const first = this.#first.get(page);
        if (first === undefined) {
            this.#first.set(page, waiter);
            return;
        }
        this.#next[this.#last[first]] = waiter;
        this.#last[first] = waiter;
    }
    /** Tells those who wait for `page`; true if there is anybody. */
    wake(page) {
        return this.#end(page, true);
    }
    /** The page is gone with its segment: nobody is told. */
    forget(page) {
        this.#end(page, false);
    }
    #end(page, isTold) {
        const first = this.#first.get(page);
        if (first === undefined)
            return false;
        this.#first.delete(page);
        if (isTold)
            for (let each = first; each !== NONE; each = this.#next[each])
                this.#simulation.after(0, this.#done[each], this.#arg[each]);
        this.#next[this.#last[first]] = this.#spare;
        this.#spare = first;
        return true;
    }
    #take() {
        const spare = this.#spare;
        if (spare === NONE)
            return this.#done.length;
        this.#spare = this.#next[spare];
        return spare;
    }
}
