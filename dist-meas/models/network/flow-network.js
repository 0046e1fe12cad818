/**
 * Links, paths over them, and messages that share them at max-min fair rates: the fluid model of flows that are treated alike. A message of one
 * packet sees at n others what it would see if packets took turns; a long one gets its share, and nobody waits for a whole message of
 * somebody else. Packets in turn end no later than the fluid by more than one packet a link (Parekh and Gallager, IEEE/ACM ToN 1(3), 1993).
 *
 * One event a message. A change costs O(links x paths on) and O(log n) in the number of messages of its path.
 */
import { grown, HeapIndex, IndexedHeap, Population, } from "../../engine/index.js";
import { MaxMin } from "./max-min.js";
/** Messages that end within this time of now have ended [ns]. */
const GRAIN = 1e-3;
const HORIZON = Number.MAX_SAFE_INTEGER;
/** How messages share links, in words. */
export const SHARING = "messages share links at max-min fair rates";
export class FlowNetwork {
    /** Stations of the links, by number: a message is at all links of its path at once. */
    links;
    simulation;
    options;
    paths;
    fair;
    wake;
    wakeEvent = 0;
    wakeInstant = -1;
    /** Since then somebody has been under way; times of the fluid count from here, so that they are exact to far below a nanosecond [ns]. */
    epoch = 0;
    /** The fluid is known up to here, after the epoch [ns]; it may lie between two nanoseconds. */
    clock = 0;
    underWay = 0;
    /** The message that ends next: its path, and when, after the epoch [ns]. */
    nextPath = 0;
    nextEnd = Number.POSITIVE_INFINITY;
    // By path: service of each message so far [B], messages by the service at which they end, all bytes carried, bytes of those that have left.
    served;
    waiting;
    carried;
    departed;
    populations;
    // By message.
    ends = new HeapIndex();
    size = new Float64Array(0);
    path = new Int32Array(0);
    done = new Int32Array(0);
    arg = new Int32Array(0);
    next = new Int32Array(0);
    firstFree = -1;
    // Messages that have ended and are to be told, in order.
    endedDone = [];
    endedArg = [];
    ended = 0;
    told = 0;
    isTelling = false;
    constructor(simulation, name, links, paths) {
        this.simulation = simulation;
        this.options = links;
        this.paths = paths;
        const perNanosecond = (rate) => rate / 1e9;
        this.fair = new MaxMin(links.map(({ bandwidth }) => perNanosecond(bandwidth)), paths.map((path) => path.links), paths.map(({ limit = Number.POSITIVE_INFINITY }) => perNanosecond(limit)));
        this.wake = simulation.on(`${name}: message through`, () => this.complete());
        this.served = new Float64Array(paths.length);
        this.carried = new Float64Array(paths.length);
        this.departed = new Float64Array(paths.length);
        this.waiting = paths.map(() => new IndexedHeap(this.ends));
        this.populations = paths.map(() => new Population(simulation));
        this.links = links.map(({ name: link }, number) => ({ name: link, kind: "shared link", counters: () => this.countersOf(number) }));
        for (const link of this.links)
            simulation.register(link);
    }
    /** Its host leaves, with no message under way: the links are audited for the last time, and their names are free again. */
    close() {
        for (const link of this.links)
            this.simulation.unregister(link);
    }
    /** A message of `size` [B] > 0 enters the path; `done(arg)` when its last byte is through. */
    send(path, size, done, arg) {
        if (this.underWay > 0)
            this.catchUp();
        if (this.underWay === 0) {
            this.epoch = this.simulation.now;
            this.clock = 0;
        }
        if (this.firstFree < 0)
            this.grow();
        const message = this.firstFree;
        this.firstFree = this.next[message];
        this.size[message] = size;
        this.path[message] = path;
        this.done[message] = done;
        this.arg[message] = arg;
        this.ends.key[message] = this.served[path] + size;
        this.waiting[path].push(message);
        this.populations[path].enter(message);
        this.underWay++;
        this.fair.flows[path]++;
        this.fair.solve();
        this.findNext();
        this.plan();
    }
    /** Brings the fluid up to now, through the ends of messages on the way. */
    catchUp() {
        const now = this.simulation.now - this.epoch;
        while (this.nextEnd <= now + GRAIN) {
            const path = this.nextPath;
            const line = this.waiting[path];
            this.flow(this.nextEnd);
            this.served[path] = line.topKey;
            this.end(line.pop(), path);
            this.fair.solve();
            this.findNext();
        }
        if (this.underWay > 0 && now > this.clock)
            this.flow(now);
    }
    /** Finds where a message ends next, and when; at the present rates. */
    findNext() {
        const { waiting, served } = this;
        const { rate } = this.fair;
        this.nextEnd = Number.POSITIVE_INFINITY;
        if (this.underWay === 0)
            return;
        for (let path = 0; path < waiting.length; path++) {
            if (waiting[path].size === 0)
                continue;
            const end = this.clock + (waiting[path].topKey - served[path]) / rate[path];
            if (end < this.nextEnd) {
                this.nextEnd = end;
                this.nextPath = path;
            }
        }
    }
    flow(until) {
        const { flows, rate } = this.fair;
        const time = until - this.clock;
        this.clock = until;
        for (let path = 0; path < flows.length; path++) {
            if (flows[path] === 0)
                continue;
            this.served[path] += rate[path] * time;
            this.carried[path] += flows[path] * rate[path] * time;
        }
    }
    end(message, path) {
        this.departed[path] += this.size[message];
        this.populations[path].leave(message);
        this.underWay--;
        if (--this.fair.flows[path] === 0)
            this.served[path] = 0;
        this.endedDone[this.ended] = this.done[message];
        this.endedArg[this.ended++] = this.arg[message];
        this.next[message] = this.firstFree;
        this.firstFree = message;
    }
    /** Telling those that have ended is the last act. */
    complete() {
        this.wakeEvent = 0;
        this.wakeInstant = -1;
        this.catchUp();
        this.isTelling = true;
        this.plan();
        for (; this.told < this.ended; this.told++)
            this.simulation.call(this.endedDone[this.told], this.endedArg[this.told]);
        this.isTelling = false;
        this.told = 0;
        this.ended = 0;
    }
    /** Has the kernel call when the next message ends, or now if some have ended that were not told. */
    plan() {
        const instant = this.ended > 0 && !this.isTelling ? this.simulation.now : this.epoch + Math.ceil(this.nextEnd - GRAIN);
        if (instant === this.wakeInstant)
            return;
        if (this.wakeEvent !== 0)
            this.simulation.cancel(this.wakeEvent);
        const isReachable = instant <= HORIZON;
        this.wakeEvent = isReachable ? this.simulation.at(instant, this.wake, 0) : 0;
        this.wakeInstant = isReachable ? instant : -1;
    }
    countersOf(link) {
        const { now } = this.simulation;
        const sum = { arrivals: 0, departures: 0, losses: 0, inStation: 0, numberIntegral: 0, residence: 0, busyIntegral: 0, workDone: 0 };
        const bandwidth = this.options[link].bandwidth / 1e9;
        this.paths.forEach(({ links }, path) => {
            if (!links.includes(link))
                return;
            const { flows, rate } = this.fair;
            const counters = this.populations[path].counters();
            sum.arrivals += counters.arrivals;
            sum.departures += counters.departures;
            sum.inStation += counters.inStation;
            sum.numberIntegral += counters.numberIntegral;
            sum.residence += counters.residence;
            const since = flows[path] === 0 ? 0 : rate[path] * (now - this.epoch - this.clock);
            sum.busyIntegral += (this.carried[path] + flows[path] * since) / bandwidth;
            sum.workDone += (this.departed[path] + this.bytesUnderWay(path, since)) / bandwidth;
        });
        return { ...sum, capacityIntegral: now };
    }
    /** Bytes that messages on a path have had through so far, message by message. */
    bytesUnderWay(path, since) {
        let bytes = 0;
        const line = this.waiting[path];
        for (let position = 0; position < line.size; position++) {
            const message = line.itemAt(position);
            bytes += this.size[message] - (this.ends.key[message] - this.served[path]) + since;
        }
        return bytes;
    }
    grow() {
        const old = this.size.length;
        const length = Math.max(16, 2 * old);
        this.size = grown(this.size, length);
        this.path = grown(this.path, length);
        this.done = grown(this.done, length);
        this.arg = grown(this.arg, length);
        this.next = grown(this.next, length);
        this.ends.reserve(length);
        for (const population of this.populations)
            population.reserve(length);
        for (let message = length - 1; message >= old; message--) {
            this.next[message] = this.firstFree;
            this.firstFree = message;
        }
    }
}
