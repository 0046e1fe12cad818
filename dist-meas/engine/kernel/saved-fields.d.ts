/**
 * Something whose state can be copied and put back (`simulation.save`, `restore`), or a part of it: its own fields, as far as they are
 * numbers, texts, truth values, arrays of these, typed arrays, or parts of the same kind. Other fields are not state: the simulation,
 * handlers, options.
 */
export declare abstract class SavedFields {
    /** Fields left out: what others save, or what `save` and `restore` of a subclass take care of. */
    protected get unsaved(): readonly string[];
    save(): unknown;
    restore(state: unknown): void;
}
/** @throws SimulationError if one of these is there: who waits cannot be copied */
export declare function refuseWaits(station: string, waits: readonly unknown[]): void;
