import { SimulationError } from "./failure.js";
/**
 * Something whose state can be copied and put back (`simulation.save`, `restore`), or a part of it: its own fields, as far as they are
 * numbers, texts, truth values, arrays of these, typed arrays, or parts of the same kind. Other fields are not state: the simulation,
 * handlers, options.
 */
export class SavedFields {
    /** Fields left out: what others save, or what `save` and `restore` of a subclass take care of. */
    get unsaved() {
        return [];
    }
    save() {
        const state = {};
        for (const [field, value] of Object.entries(this)) {
            if (this.unsaved.includes(field))
                continue;
            if (value instanceof SavedFields)
                state[field] = value.save();
            else if (value === undefined || isPlain(value))
                state[field] = copy(value);
        }
        return state;
    }
    restore(state) {
        const fields = this;
        for (const [field, value] of Object.entries(state)) {
            const part = fields[field];
            if (part instanceof SavedFields)
                part.restore(value);
            else if (!this.unsaved.includes(field))
                fields[field] = copy(value);
        }
    }
}
const isPlain = (value) => typeof value !== "object" ? typeof value !== "function" : Array.isArray(value) ? value.every(isPlain) : ArrayBuffer.isView(value);
const copy = (value) => Array.isArray(value) ? value.slice() : ArrayBuffer.isView(value) ? value.slice() : value;
/** @throws SimulationError if one of these is there: who waits cannot be copied */
export function refuseWaits(station, waits) {
    const waiting = waits.filter((wait) => wait !== undefined).length;
    if (waiting === 0)
        return;
    throw new SimulationError(`cannot save station "${station}": ${waiting} wait there by yield* or notify, which cannot be copied; submit customers with a handler instead`);
}
