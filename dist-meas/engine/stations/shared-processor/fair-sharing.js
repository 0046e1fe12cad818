/**
 * Max-min fair sharing by weight with caps, as a fluid: the mathematics under the shared processor and the shared link.
 *
 * A capacity C is divided among members, member i having weight w_i and cap c_i: its rate is min(c_i, w_i * level), where the water level
 * is the one at which the rates add up to min(C, sum of all c_i). Each member may ask to be told when it has been served some more (its
 * `alarm`). Every change costs O(log n), plus O(log n) for every class that crosses the level, by two observations:
 *
 * - Members of equal ratio c / w (a class) are all capped or all below their caps at the same time, and get equal service per weight. So
 *   each class has a clock that counts service per weight, and its members' alarms are fixed readings of that clock.
 * - All classes below their caps run at the same pace, the level: one shared clock serves them, and their next alarms are fixed readings
 *   of it. A capped class runs at a constant pace in real time, so its next alarm is a fixed instant.
 *
 * Nothing has to be recomputed for members that were not touched. Times are in the caller's unit, counted from the last `rebase`.
 *
 * Arguments that are not integers are set as fields or table entries before a call: a double handed to a call that is not inlined is an
 * allocation, and here calls are too many to be all inlined.
 */
import { grown } from "../../kernel/grown.js";
import { RatioClasses } from "./ratio-classes.js";
/** No member. */
export const NONE = -1;
export class FairSharing extends RatioClasses {
    /** Where `advance` is to go. */
    until = 0;
    // By member, a small integer of the caller's choice.
    /** Share against others, > 0; set it before `join`. */
    weight = new Float64Array(0);
    /** Rate at most, > 0; set it before `join` or `changeCap`. */
    cap = new Float64Array(0);
    /** Service from the last `collect` to the alarm; set it before `settle`. */
    alarm = new Float64Array(0);
    /** The cap in force. */
    capNow = new Float64Array(0);
    /** Reading of the class's clock at the last `collect`. */
    collectedAt = new Float64Array(0);
    classOf = new Int32Array(0);
    // Results.
    /** Instant of the next alarm at the present rates, Infinity if there is none. Valid after `settle`. */
    nextAlarm = Infinity;
    /** Sum of all rates. Valid after `settle`. */
    totalRate = 0;
    /** Service found by the last `collect`. */
    collected = 0;
    /** ∫ sum of all rates dt. */
    served = 0;
    /** ∫ capacity dt. */
    offered = 0;
    nextClass = 0;
    /** Makes room for members 0 .. count - 1. */
    reserve(count) {
        if (count <= this.weight.length)
            return;
        const length = Math.max(count, 2 * this.weight.length, 16);
        this.weight = grown(this.weight, length);
        this.cap = grown(this.cap, length);
        this.alarm = grown(this.alarm, length);
        this.capNow = grown(this.capNow, length);
        this.collectedAt = grown(this.collectedAt, length);
        this.classOf = grown(this.classOf, length);
        this.memberIndex.reserve(length);
    }
    /** A member of this `weight` and `cap` starts to share, without an alarm. */
    join(member) {
        const weight = this.weight[member];
        const cap = this.cap[member];
        this.classOfRatio.key = cap / weight;
        let id = this.classOfRatio.find();
        if (id < 0)
            id = this.openClass();
        const ratioClass = this.classes[id];
        this.classOf[member] = id;
        this.capNow[member] = cap;
        ratioClass.weight.term = weight;
        ratioClass.weight.add();
        ratioClass.cap.term = cap;
        ratioClass.cap.add();
        if (ratioClass.capped) {
            this.cappedRate.term = cap;
            this.cappedRate.add();
        }
        else {
            this.uncappedWeight.term = weight;
            this.uncappedWeight.add();
        }
        this.collectedAt[member] = ratioClass.reading + (this.driver(ratioClass) - ratioClass.origin) * ratioClass.pace;
        this.memberIndex.key[member] = Infinity;
        ratioClass.members.push(member);
    }
    leave(member) {
        const id = this.classOf[member];
        const ratioClass = this.classes[id];
        const wasFirst = ratioClass.members.top === member;
        ratioClass.members.remove(member);
        if (ratioClass.members.size === 0) {
            this.closeClass(id);
            return;
        }
        ratioClass.weight.term = -this.weight[member];
        ratioClass.weight.add();
        ratioClass.cap.term = -this.capNow[member];
        ratioClass.cap.add();
        if (ratioClass.capped) {
            this.cappedRate.term = -this.capNow[member];
            this.cappedRate.add();
        }
        else {
            this.uncappedWeight.term = -this.weight[member];
            this.uncappedWeight.add();
        }
        if (wasFirst)
            this.updateAlarm(id);
    }
    /** Puts a new `cap` in force for a member whose service has just been collected; its alarm has to be set again. */
    changeCap(member) {
        const id = this.classOf[member];
        const ratioClass = this.classes[id];
        const cap = this.cap[member];
        const ratio = cap / this.weight[member];
        this.classOfRatio.key = ratio;
        const isBounded = cap < Infinity && this.capNow[member] < Infinity;
        if (!isBounded || ratioClass.members.size > 1 || this.classOfRatio.find() >= 0) {
            this.leave(member);
            this.join(member);
            return;
        }
        // Alone before and after: the class itself gets the new ratio, on the same side of the level until `settle` looks.
        this.classOfRatio.key = ratioClass.ratio;
        this.classOfRatio.remove();
        this.classOfRatio.key = ratio;
        this.classOfRatio.insert(id);
        ratioClass.cap.clear();
        ratioClass.cap.term = cap;
        ratioClass.cap.add();
        ratioClass.ratio = ratio;
        if (ratioClass.capped) {
            this.cappedRate.term = cap - this.capNow[member];
            this.cappedRate.add();
            ratioClass.reading += (this.time - ratioClass.origin) * ratioClass.pace;
            ratioClass.origin = this.time;
            ratioClass.pace = ratio;
            this.ratioIndex.key[id] = -ratio;
            this.cappedByRatio.update(id);
        }
        else {
            this.ratioIndex.key[id] = ratio;
            this.uncappedByRatio.update(id);
        }
        this.capNow[member] = cap;
    }
    /** The member whose alarm is at `nextAlarm`. */
    get nextMember() {
        return this.classes[this.nextClass].members.top;
    }
    /** Finds the service the member has had since the last time (or since it joined). */
    collect(member) {
        const ratioClass = this.classes[this.classOf[member]];
        const reading = ratioClass.reading + (this.driver(ratioClass) - ratioClass.origin) * ratioClass.pace;
        this.collected = (reading - this.collectedAt[member]) * this.weight[member];
        this.collectedAt[member] = reading;
    }
    /** What `collect` would find at instant `time >= this.time` if nothing changed in between. Changes nothing. */
    uncollected(member, time) {
        const ratioClass = this.classes[this.classOf[member]];
        const reading = ratioClass.reading + (this.driver(ratioClass) - ratioClass.origin) * ratioClass.pace;
        const ahead = (time - this.time) * (ratioClass.capped ? ratioClass.ratio : this.level);
        return (reading + ahead - this.collectedAt[member]) * this.weight[member];
    }
    /** Hands out service up to the instant `until`, at most `nextAlarm`; nothing happens if that is past. */
    advance() {
        const elapsed = this.until - this.time;
        if (elapsed <= 0)
            return;
        this.served += elapsed * this.totalRate;
        this.offered += elapsed * this.capacity;
        if (this.uncappedByRatio.size > 0)
            this.sharedClock += elapsed * this.level;
        this.time = this.until;
    }
    /**
     * Finds the water level and the next alarm after changes at `time`; first sets the alarm of `member`, unless it is NONE. Long enough (more
     * than 460 bytecodes) for V8 not to inline it, which leaves its inlining budget to the callers.
     */
    settle(member) {
        const { cappedByRatio, uncappedByRatio, cappedByAlarm, uncappedByAlarm } = this;
        if (member !== NONE) {
            const id = this.classOf[member];
            const { members } = this.classes[id];
            const first = members.top;
            this.memberIndex.key[member] = this.collectedAt[member] + this.alarm[member] / this.weight[member];
            members.update(member);
            if (first === member || members.top === member)
                this.updateAlarm(id);
        }
        const left = this.capacity - this.cappedRate.value;
        if (uncappedByRatio.size > 0)
            this.level = left / this.uncappedWeight.value;
        else
            this.level = left >= 0 ? Infinity : 0;
        while (cappedByRatio.size > 0 && -cappedByRatio.topKey > this.level) {
            this.takeOffCap(cappedByRatio.top);
            this.findLevel();
        }
        while (uncappedByRatio.size > 0 && uncappedByRatio.topKey <= this.level) {
            this.putOnCap(uncappedByRatio.top);
            this.findLevel();
        }
        this.totalRate = uncappedByRatio.size > 0 ? this.capacity : this.cappedRate.value;
        this.nextAlarm = Infinity;
        if (cappedByAlarm.size > 0) {
            this.nextClass = cappedByAlarm.top;
            this.nextAlarm = cappedByAlarm.topKey;
        }
        if (uncappedByAlarm.size > 0) {
            const instant = this.time + (uncappedByAlarm.topKey - this.sharedClock) / this.level;
            if (instant < this.nextAlarm) {
                this.nextClass = uncappedByAlarm.top;
                this.nextAlarm = instant;
            }
        }
    }
    /** Counts time from `origin` from now on, and all clocks from zero, which keeps their readings small and therefore precise. */
    rebase(origin) {
        for (const heap of [this.cappedByRatio, this.uncappedByRatio]) {
            for (let position = 0; position < heap.size; position++) {
                const ratioClass = this.classes[heap.itemAt(position)];
                const { members } = ratioClass;
                const reading = ratioClass.reading + (this.driver(ratioClass) - ratioClass.origin) * ratioClass.pace;
                members.shift(reading);
                for (let at = 0; at < members.size; at++)
                    this.collectedAt[members.itemAt(at)] -= reading;
                ratioClass.reading = 0;
                ratioClass.origin = ratioClass.capped ? this.time - origin : 0;
            }
        }
        this.cappedByAlarm.shift(origin);
        this.uncappedByAlarm.shift(this.sharedClock);
        this.time -= origin;
        this.sharedClock = 0;
        this.settle(NONE);
    }
}
