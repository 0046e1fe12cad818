/**
 * Lets processes wait for what cores, memory and page cache tell by handler and number: who reads a story of several waits needs no handler for each.
 * A wait that is given up leaves a number behind that means nothing to anybody, so what was asked for may still be told.
 */
import { Wait } from "../../engine/index.js";
/** Numbers are arguments of events: 31 bits. They come round after two thousand million waits, past those that are still waited for. */
const LAST = 0x7fffffff;
export class Completions {
    #pending = new Map();
    #done;
    #last = 0;
    /** `name` of the events. */
    constructor(simulation, name) {
        this.#done = simulation.on(name, (ticket) => {
            const completion = this.#pending.get(ticket);
            if (completion === undefined)
                return;
            this.#pending.delete(ticket);
            completion.grantLast(undefined);
        });
    }
    /**
     * `yield* completions.of("a core", (done, arg) => ...)`: waits until `done(arg)` is called, as the last act of an event. `begin` asks for it;
     * `abandon` takes that back, where it can be.
     */
    of(what, begin, abandon) {
        return new Completion(this, what, begin, abandon);
    }
    /** For its waits. */
    open(completion) {
        do
            this.#last = this.#last === LAST ? 1 : this.#last + 1;
        while (this.#pending.has(this.#last));
        this.#pending.set(this.#last, completion);
        return { done: this.#done, ticket: this.#last };
    }
    forget(ticket) {
        this.#pending.delete(ticket);
    }
}
class Completion extends Wait {
    #owner;
    #what;
    #begin;
    #abandon;
    #ticket = 0;
    constructor(owner, what, begin, abandon) {
        super();
        this.#owner = owner;
        this.#what = what;
        this.#begin = begin;
        this.#abandon = abandon;
    }
    begin() {
        const { done, ticket } = this.#owner.open(this);
        this.#ticket = ticket;
        this.#begin(done, ticket);
        return false;
    }
    cancel(granted) {
        if (granted)
            return;
        this.#owner.forget(this.#ticket);
        this.#abandon?.();
    }
    describe() {
        return this.#what;
    }
}
