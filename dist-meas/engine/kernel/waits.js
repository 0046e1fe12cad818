import { SimulationError } from "./failure.js";
import { Wait } from "./process.js";
import { formatTime } from "./time.js";
/** The pending timeouts of a simulation, by number, because an event carries only a number. */
export class Timers {
    host;
    handler;
    table = [];
    free = [];
    constructor(host) {
        this.host = host;
        this.handler = host.on("timeout", (index) => {
            const timeout = this.table[index];
            this.release(index);
            timeout.grant(undefined);
        });
    }
    add(timeout) {
        const index = this.free.pop() ?? this.table.length;
        this.table[index] = timeout;
        return index;
    }
    start(index, time) {
        return this.host.at(time, this.handler, index);
    }
    /** How many are pending. */
    get pending() {
        return this.table.length - this.free.length;
    }
    release(index) {
        this.table[index] = undefined;
        this.free.push(index);
    }
}
/** Waits for `delay` [ns]. Cancelled, it leaves no event behind. */
export class Timeout extends Wait {
    timers;
    delay;
    /** Place among the timers and event, unless the waiter wakes itself. */
    index = -1;
    event = 0;
    constructor(timers, delay) {
        super();
        this.timers = timers;
        this.delay = delay;
    }
    begin() {
        const time = this.timers.host.now + this.delay;
        if (this.waiter?.wakeAt !== undefined)
            this.waiter.wakeAt(time);
        else {
            this.index = this.timers.add(this);
            this.event = this.timers.start(this.index, time);
        }
        return false;
    }
    cancel(granted) {
        if (granted || this.index < 0)
            return;
        this.timers.host.cancel(this.event);
        this.timers.release(this.index);
    }
    describe() {
        return `a timeout of ${formatTime(this.delay)}`;
    }
}
/** Several waits at once, as one. */
class Combination extends Wait {
    waits;
    begun = 0;
    /** While the waits begin one by one, an end of the combination is not reported but returned. */
    isBeginning = false;
    constructor(waits) {
        super();
        this.waits = waits;
    }
    failed(wait, error) {
        this.abandonAllBut(wait);
        this.fail(error);
    }
    /** Begins a wait; true if it is over at once. An error gives up those that have begun. */
    beginOne(wait) {
        try {
            const isOver = wait.beginFor(this);
            this.begun++;
            return isOver;
        }
        catch (error) {
            this.abandonAllBut(undefined);
            throw error;
        }
    }
    abandonAllBut(one) {
        const begun = this.begun;
        this.begun = 0;
        // All are ignored first, because to give up one can end another.
        for (let i = 0; i < begun; i++)
            if (this.waits[i] !== one)
                this.waits[i].ignore();
        for (let i = 0; i < begun; i++)
            if (this.waits[i] !== one)
                this.waits[i].abandon();
    }
}
/** Waits for the first of several; gives up the others at once. Among those over at the same instant, the first in event order wins. */
export class AnyOf extends Combination {
    winner = undefined;
    begin() {
        if (this.waits.length === 0)
            throw new SimulationError("anyOf() without a wait would last for ever");
        this.isBeginning = true;
        for (const wait of this.waits) {
            if (this.beginOne(wait))
                this.winner ??= wait;
            if (this.winner !== undefined)
                break;
        }
        this.isBeginning = false;
        if (this.winner === undefined)
            return false;
        this.result = this.decide(this.winner);
        return true;
    }
    granted(wait) {
        this.winner ??= wait;
        if (!this.isBeginning)
            this.grant(this.decide(wait));
    }
    cancel(granted) {
        if (granted)
            this.winner?.abandon();
        else
            this.abandonAllBut(undefined);
    }
    describe() {
        return `any of (${this.waits.map((wait) => wait.describe()).join(", ")})`;
    }
    decide(winner) {
        this.abandonAllBut(winner);
        return { index: this.waits.indexOf(winner), value: winner.result };
    }
}
/** Waits for all of several; the results come in the order of the waits. An error in one gives up the others. */
export class AllOf extends Combination {
    missing = 0;
    begin() {
        this.isBeginning = true;
        this.missing = this.waits.length;
        for (const wait of this.waits)
            if (this.beginOne(wait))
                this.missing--;
        this.isBeginning = false;
        if (this.missing === 0)
            this.result = this.results();
        return this.missing === 0;
    }
    granted() {
        this.missing--;
        if (this.missing === 0 && !this.isBeginning)
            this.grant(this.results());
    }
    cancel() {
        this.abandonAllBut(undefined);
    }
    describe() {
        const open = this.waits.filter((wait) => !wait.isGranted).map((wait) => wait.describe());
        return `all of (${open.join(", ")})`;
    }
    results() {
        return this.waits.map((wait) => wait.result);
    }
}
