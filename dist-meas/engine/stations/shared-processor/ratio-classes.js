/**
 * The classes of ratio of `FairSharing`: which of them are capped, their clocks and next alarms, and the water level that follows. Its
 * header says what a class is for. A class below the one it extends rather than beside it: it is one object to V8, without a hop.
 */
import { SavedFields } from "../../kernel/saved-fields.js";
import { ExactSum } from "../exact-sum.js";
import { HeapIndex, IndexedHeap } from "../indexed-heap.js";
import { NumberTable } from "./number-table.js";
import { RatioClass } from "./ratio-class.js";
export class RatioClasses extends SavedFields {
    /** The instant up to which service has been handed out. */
    time = 0;
    /** Takes effect at the next `settle`; must be positive while there are members. */
    capacity = 0;
    memberIndex = new HeapIndex();
    level = Infinity;
    /** Service per weight that a member never capped has had. */
    sharedClock = 0;
    cappedRate = new ExactSum();
    uncappedWeight = new ExactSum();
    classes = [];
    freeClasses = [];
    classOfRatio = new NumberTable();
    ratioIndex = new HeapIndex();
    cappedByRatio = new IndexedHeap(this.ratioIndex); // keys -ratio: the next to come off its cap on top
    uncappedByRatio = new IndexedHeap(this.ratioIndex);
    alarmIndex = new HeapIndex();
    cappedByAlarm = new IndexedHeap(this.alarmIndex); // keys: instants
    uncappedByAlarm = new IndexedHeap(this.alarmIndex); // keys: readings of the shared clock
    get unsaved() {
        return ["classes"];
    }
    save() {
        return { fields: super.save(), classes: this.classes.map((ratioClass) => ratioClass.save()) };
    }
    restore(state) {
        const { fields, classes } = state;
        super.restore(fields);
        this.classes.length = 0;
        for (const saved of classes) {
            const ratioClass = new RatioClass(this.memberIndex);
            ratioClass.restore(saved);
            this.classes.push(ratioClass);
        }
    }
    /** The clock that drives the class's clock. */
    driver(ratioClass) {
        return ratioClass.capped ? this.time : this.sharedClock;
    }
    /** The water level if exactly those classes are capped that are now. */
    findLevel() {
        const left = this.capacity - this.cappedRate.value;
        if (this.uncappedByRatio.size > 0)
            this.level = left / this.uncappedWeight.value;
        else
            this.level = left >= 0 ? Infinity : 0;
    }
    /** The class's next alarm, on the clock that drives it. */
    updateAlarm(id) {
        const ratioClass = this.classes[id];
        this.alarmIndex.key[id] = ratioClass.origin + (ratioClass.members.topKey - ratioClass.reading) / ratioClass.pace;
        if (ratioClass.capped)
            this.cappedByAlarm.update(id);
        else
            this.uncappedByAlarm.update(id);
    }
    putOnCap(id) {
        const ratioClass = this.classes[id];
        this.removeUncapped(id);
        ratioClass.reading += this.sharedClock - ratioClass.origin;
        this.addCapped(id);
        this.updateAlarm(id);
    }
    takeOffCap(id) {
        const ratioClass = this.classes[id];
        this.removeCapped(id);
        ratioClass.reading += (this.time - ratioClass.origin) * ratioClass.ratio;
        this.addUncapped(id);
        this.updateAlarm(id);
    }
    addCapped(id) {
        const ratioClass = this.classes[id];
        ratioClass.capped = true;
        ratioClass.pace = ratioClass.ratio;
        ratioClass.origin = this.time;
        this.cappedRate.term = ratioClass.cap.value;
        this.cappedRate.add();
        this.ratioIndex.key[id] = -ratioClass.ratio;
        this.cappedByRatio.push(id);
        this.alarmIndex.key[id] = Infinity;
        this.cappedByAlarm.push(id);
    }
    addUncapped(id) {
        const ratioClass = this.classes[id];
        ratioClass.capped = false;
        ratioClass.pace = 1;
        ratioClass.origin = this.sharedClock;
        this.uncappedWeight.term = ratioClass.weight.value;
        this.uncappedWeight.add();
        this.ratioIndex.key[id] = ratioClass.ratio;
        this.uncappedByRatio.push(id);
        this.alarmIndex.key[id] = Infinity;
        this.uncappedByAlarm.push(id);
    }
    removeCapped(id) {
        this.cappedByRatio.remove(id);
        this.cappedByAlarm.remove(id);
        this.cappedRate.term = -this.classes[id].cap.value;
        if (this.cappedByRatio.size > 0)
            this.cappedRate.add();
        else
            this.cappedRate.clear();
    }
    removeUncapped(id) {
        this.uncappedByRatio.remove(id);
        this.uncappedByAlarm.remove(id);
        this.uncappedWeight.term = -this.classes[id].weight.value;
        if (this.uncappedByRatio.size > 0)
            this.uncappedWeight.add();
        else
            this.uncappedWeight.clear();
    }
    /** Makes a class of the ratio that was just looked for in vain. */
    openClass() {
        let id = this.freeClasses.pop();
        if (id === undefined) {
            id = this.classes.push(new RatioClass(this.memberIndex)) - 1;
            this.ratioIndex.reserve(id + 1);
            this.alarmIndex.reserve(id + 1);
        }
        const ratioClass = this.classes[id];
        ratioClass.ratio = this.classOfRatio.key;
        ratioClass.reading = 0;
        ratioClass.weight.clear();
        ratioClass.cap.clear();
        this.classOfRatio.insert(id);
        // Capped classes are those of the smallest ratios: a new one goes where its neighbours are.
        if (this.cappedByRatio.size > 0 && ratioClass.ratio < -this.cappedByRatio.topKey)
            this.addCapped(id);
        else
            this.addUncapped(id);
        return id;
    }
    closeClass(id) {
        const ratioClass = this.classes[id];
        if (ratioClass.capped)
            this.removeCapped(id);
        else
            this.removeUncapped(id);
        this.classOfRatio.key = ratioClass.ratio;
        this.classOfRatio.remove();
        this.freeClasses.push(id);
    }
}
