/** A gate that lets all pass while it is open and makes all wait while it is closed: a signal, a barrier, a drawbridge. */
import { Wait } from "../kernel/process.js";
import { SavedFields } from "../kernel/saved-fields.js";
import { NO_PLACE, WaitingLine } from "./waiting-line.js";
export class Gate extends SavedFields {
    name;
    kind = "gate";
    line;
    opened;
    constructor(simulation, { name, open = false }) {
        super();
        this.name = name;
        this.opened = open;
        this.line = new WaitingLine(simulation, name);
        simulation.register(this);
    }
    get isOpen() {
        return this.opened;
    }
    get queueLength() {
        return this.line.length;
    }
    /** `yield* gate.pass()`: waits while the gate is closed. */
    pass() {
        return new Pass(this);
    }
    /** All who wait go on, in order of arrival, and the gate stays open. */
    open() {
        this.opened = true;
        this.pulse();
    }
    close() {
        this.opened = false;
    }
    /** All who wait now go on, and the gate stays as it is. */
    pulse() {
        while (this.line.length > 0)
            this.line.shift().grant(undefined);
    }
    /** The customers are those who wait; nobody serves them. */
    counters() {
        return { ...this.line.population.counters(), busyIntegral: 0, workDone: 0, capacityIntegral: 0 };
    }
}
class Pass extends Wait {
    gate;
    place = NO_PLACE;
    constructor(gate) {
        super();
        this.gate = gate;
    }
    begin() {
        const { line } = this.gate;
        if (this.gate.isOpen)
            line.population.pass();
        else
            this.place = line.push(this, 0);
        return this.gate.isOpen;
    }
    cancel(granted) {
        if (!granted)
            this.gate.line.remove(this.place);
    }
    describe() {
        return `gate "${this.gate.name}" to open`;
    }
}
