/**
 * Run queues with fair queueing by virtual deadline, as the Linux kernel has them since 6.6 (EEVDF).
 *
 * An entity's virtual runtime grows by time / weight while it runs. The queue's virtual time is the mean of its entities' virtual runtimes
 * by weight: one that is not ahead of it has had no more than its share, and is eligible. An entity asks for a slice at a time, due at its
 * virtual runtime plus slice / weight; of those eligible the one that is due first runs. When it has had its slice it asks for the next.
 * One that wakes up keeps its virtual runtime, but is at most `credit` behind, as in CFS (GENTLE_FAIR_SLEEPERS), and at most two slices
 * ahead. It may take over from the one that runs once that has run for `protection`, if it is due earlier.
 *
 * Entities and queues are small integers; what they stand for is the caller's. All times in ns.
 *
 * Sources: Stoica, Abdel-Wahab, "Earliest Eligible Virtual Deadline First", Old Dominion University TR-95-22, 1995; Linux 6.6,
 * kernel/sched/fair.c. Differs from the kernel: lag is not rescaled when a weight changes.
 */
import { HeapIndex, IndexedHeap } from "../../../../engine/stations/indexed-heap.js";
import { grown } from "../../../../engine/index.js";
export const NONE = -1;
/** An entity whose request lacks less than this has had its slice [ns]. */
const GRAIN = 0.5;
/** Sums count from a base that follows the virtual time at this distance [ns]. */
const REBASE_AFTER = 1e9;
export class FairQueues {
    // By entity.
    /** Set it before the entity joins a queue; `reweight` afterwards. */
    weight = new Float64Array(0);
    vruntime = new Float64Array(0);
    /** Queue that the entity is in, running or waiting, or NONE. */
    queueOf = new Int32Array(0);
    #deadline = new Float64Array(0);
    #isEligible = new Uint8Array(0);
    #index = new HeapIndex();
    #freeEntities = [];
    #entities = 0;
    #sequence = 0;
    // By queue.
    /** The entity that runs, or NONE. */
    current = new Int32Array(0);
    /** Entities that wait. */
    waiting = new Int32Array(0);
    /** Sum of the weights of all entities. */
    load = new Float64Array(0);
    /** How long the current one has run since it was picked. */
    #ran = new Float64Array(0);
    #slice = new Float64Array(0);
    #protection = new Float64Array(0);
    #credit = new Float64Array(0);
    /** Virtual time counts from here; where it stood when the queue is empty. */
    #base = new Float64Array(0);
    /** Sum of weight * (virtual runtime - base). */
    #sum = new Float64Array(0);
    #hasExpired = new Uint8Array(0);
    /** Waiting and eligible, by deadline; waiting and not eligible when last looked at, by virtual runtime. */
    #eligible = [];
    #ahead = [];
    #freeQueues = [];
    #queues = 0;
    /** Virtual time found by `findVirtualTime`, and time found by `findRemaining`: results of calls that are not inlined would be allocated. */
    virtualTime = 0;
    remaining = 0;
    /** Entities there is room for. */
    get capacity() {
        return this.queueOf.length;
    }
    addEntity() {
        const entity = this.#freeEntities.pop() ?? this.#entities++;
        if (entity >= this.capacity)
            this.#growEntities();
        this.queueOf[entity] = NONE;
        this.vruntime[entity] = 0;
        return entity;
    }
    /** An entity that is in no queue is gone. */
    removeEntity(entity) {
        this.#freeEntities.push(entity);
    }
    addQueue(slice, protection, credit) {
        const queue = this.#freeQueues.pop() ?? this.#queues++;
        if (queue >= this.current.length)
            this.#growQueues();
        this.#slice[queue] = slice;
        this.#protection[queue] = Math.min(protection, slice);
        this.#credit[queue] = credit;
        this.current[queue] = NONE;
        this.#base[queue] = 0;
        this.#hasExpired[queue] = 0;
        this.#eligible[queue] ??= new IndexedHeap(this.#index);
        this.#ahead[queue] ??= new IndexedHeap(this.#index);
        return queue;
    }
    /** An empty queue is gone. */
    removeQueue(queue) {
        this.#freeQueues.push(queue);
    }
    /** Entities in the queue, the running one included. */
    size(queue) {
        return this.waiting[queue] + (this.current[queue] === NONE ? 0 : 1);
    }
    /** One that is new begins where all are on average. */
    enter(entity, queue) {
        this.findVirtualTime(queue);
        this.vruntime[entity] = this.virtualTime;
        this.#join(entity, queue);
    }
    /** One that has been in this queue before comes back. */
    wake(entity, queue) {
        this.findVirtualTime(queue);
        const first = this.virtualTime - this.#credit[queue];
        const last = this.virtualTime + (2 * this.#slice[queue]) / this.weight[entity];
        this.vruntime[entity] = Math.min(Math.max(this.vruntime[entity], first), last);
        this.#join(entity, queue);
    }
    /** One comes that is as far ahead or behind as `other` is in its own queue. */
    follow(entity, queue, other) {
        this.findVirtualTime(this.queueOf[other]);
        const lead = this.vruntime[other] - this.virtualTime;
        if (entity === other)
            this.leave(entity);
        this.findVirtualTime(queue);
        const most = (2 * this.#slice[queue]) / this.weight[entity];
        this.vruntime[entity] = this.virtualTime + Math.min(Math.max(lead, -most), most);
        this.#join(entity, queue);
    }
    /** Takes an entity out of its queue, running or waiting. */
    leave(entity) {
        const queue = this.queueOf[entity];
        this.queueOf[entity] = NONE;
        if (this.current[queue] === entity)
            this.current[queue] = NONE;
        else {
            (this.#isEligible[entity] ? this.#eligible[queue] : this.#ahead[queue]).remove(entity);
            this.waiting[queue]--;
        }
        if (this.size(queue) === 0) {
            this.#base[queue] = this.vruntime[entity];
            this.load[queue] = 0;
            this.#sum[queue] = 0;
        }
        else {
            this.load[queue] -= this.weight[entity];
            this.#sum[queue] -= this.weight[entity] * (this.vruntime[entity] - this.#base[queue]);
        }
    }
    /** Lets the one run that is due first of those eligible. NONE if none waits; there must be none running. */
    pick(queue) {
        if (this.waiting[queue] === 0)
            return NONE;
        this.#sortOut(queue);
        const eligible = this.#eligible[queue];
        // Rounding may leave none eligible; the one furthest behind then is.
        const entity = eligible.size > 0 ? eligible.pop() : this.#ahead[queue].pop();
        this.waiting[queue]--;
        this.current[queue] = entity;
        this.#ran[queue] = 0;
        this.#hasExpired[queue] = 0;
        return entity;
    }
    /** The one that runs has to wait. */
    putBack(queue) {
        const entity = this.current[queue];
        this.current[queue] = NONE;
        this.waiting[queue]++;
        this.#file(entity, queue);
    }
    /** The one that runs has run for `time` more. */
    charge(queue, time) {
        const entity = this.current[queue];
        const weight = this.weight[entity];
        this.vruntime[entity] += time / weight;
        this.#sum[queue] += time;
        this.#ran[queue] += time;
        if ((this.#deadline[entity] - this.vruntime[entity]) * weight >= GRAIN)
            return;
        this.#deadline[entity] = this.vruntime[entity] + this.#slice[queue] / weight;
        if (this.waiting[queue] > 0)
            this.#hasExpired[queue] = 1;
    }
    /** Finds for how long the one that runs goes on before another is to be picked: `remaining`, 0 if now. */
    findRemaining(queue) {
        this.remaining = Infinity;
        if (this.waiting[queue] === 0)
            return;
        this.remaining = 0;
        if (this.#hasExpired[queue])
            return;
        const entity = this.current[queue];
        this.remaining = (this.#deadline[entity] - this.vruntime[entity]) * this.weight[entity];
        this.#sortOut(queue);
        const eligible = this.#eligible[queue];
        if (eligible.size > 0 && eligible.topKey < this.#deadline[entity]) {
            this.remaining = Math.max(0, Math.min(this.remaining, this.#protection[queue] - this.#ran[queue]));
        }
    }
    /** Whether another one is to be picked now. */
    isDue(queue) {
        this.findRemaining(queue);
        return this.remaining < GRAIN;
    }
    /** Changes the weight of an entity that is in a queue. */
    reweight(entity, weight) {
        const old = this.weight[entity];
        const queue = this.queueOf[entity];
        const vruntime = this.vruntime[entity];
        this.weight[entity] = weight;
        this.load[queue] += weight - old;
        this.#sum[queue] += (weight - old) * (vruntime - this.#base[queue]);
        this.#deadline[entity] = vruntime + ((this.#deadline[entity] - vruntime) * old) / weight;
        if (this.current[queue] === entity || !this.#isEligible[entity])
            return;
        this.#index.key[entity] = this.#deadline[entity];
        this.#eligible[queue].update(entity);
    }
    /** The `position`-th of those that wait, in no particular order, from 0 to `waiting` - 1. */
    waitingAt(queue, position) {
        const eligible = this.#eligible[queue];
        return position < eligible.size ? eligible.itemAt(position) : this.#ahead[queue].itemAt(position - eligible.size);
    }
    /** Mean virtual runtime by weight; that of the last one if the queue is empty. */
    findVirtualTime(queue) {
        const distance = this.load[queue] > 0 ? this.#sum[queue] / this.load[queue] : 0;
        this.virtualTime = this.#base[queue] + distance;
        if (distance < REBASE_AFTER && distance > -REBASE_AFTER)
            return;
        this.#base[queue] += distance;
        this.#sum[queue] -= distance * this.load[queue];
    }
    #join(entity, queue) {
        const weight = this.weight[entity];
        const vruntime = this.vruntime[entity];
        if (this.size(queue) === 0)
            this.#base[queue] = vruntime;
        this.queueOf[entity] = queue;
        this.load[queue] += weight;
        this.#sum[queue] += weight * (vruntime - this.#base[queue]);
        this.#deadline[entity] = vruntime + this.#slice[queue] / weight;
        this.#index.rank[entity] = this.#sequence++;
        this.waiting[queue]++;
        this.#file(entity, queue);
    }
    /** Puts one that waits where `#sortOut` will find it. */
    #file(entity, queue) {
        this.#isEligible[entity] = 0;
        this.#index.key[entity] = this.vruntime[entity];
        this.#ahead[queue].push(entity);
    }
    /** Brings up to date who is eligible, as far as it matters: all that have become so, and the first of those that were. */
    #sortOut(queue) {
        this.findVirtualTime(queue);
        const { virtualTime } = this;
        const eligible = this.#eligible[queue];
        const ahead = this.#ahead[queue];
        while (ahead.size > 0 && ahead.topKey <= virtualTime) {
            const entity = ahead.pop();
            this.#isEligible[entity] = 1;
            this.#index.key[entity] = this.#deadline[entity];
            eligible.push(entity);
        }
        while (eligible.size > 0 && this.vruntime[eligible.top] > virtualTime)
            this.#file(eligible.pop(), queue);
    }
    #growEntities() {
        const size = Math.max(64, 2 * this.capacity);
        this.weight = grown(this.weight, size);
        this.vruntime = grown(this.vruntime, size);
        this.queueOf = grown(this.queueOf, size);
        this.#deadline = grown(this.#deadline, size);
        this.#isEligible = grown(this.#isEligible, size);
        this.#index.reserve(size);
    }
    #growQueues() {
        const size = Math.max(16, 2 * this.current.length);
        this.current = grown(this.current, size);
        this.waiting = grown(this.waiting, size);
        this.load = grown(this.load, size);
        this.#ran = grown(this.#ran, size);
        this.#slice = grown(this.#slice, size);
        this.#protection = grown(this.#protection, size);
        this.#credit = grown(this.#credit, size);
        this.#base = grown(this.#base, size);
        this.#sum = grown(this.#sum, size);
        this.#hasExpired = grown(this.#hasExpired, size);
    }
}
