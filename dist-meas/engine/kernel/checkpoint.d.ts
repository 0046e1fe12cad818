/** Saving a simulation and going on from there, in the same one or in another that was built alike. */
import type { Streams } from "../random/stream.ts";
import type { Calendar } from "./calendar.ts";
import type { Processes } from "./processes.ts";
import type { Saveable, SavedState } from "./saved-state.ts";
import type { StationRegister } from "./station-register.ts";
import type { Timers } from "./waits.ts";
/** What a simulation consists of that has state. */
export interface Stateful {
    readonly handlerNames: readonly string[];
    readonly calendar: Calendar;
    readonly streams: Streams;
    readonly processes: Processes;
    readonly timers: Timers;
    readonly register: StationRegister;
    readonly loop: {
        readonly isRunning: boolean;
    };
    /** The model's own parts, by name. */
    readonly parts: ReadonlyMap<string, Saveable>;
}
/** @throws SimulationError if a process is alive or waited for, or a station cannot be saved */
export declare function saveState({ handlerNames, calendar, streams, processes, timers, register, parts }: Stateful): SavedState;
/** With `ownStreams` the random numbers start afresh. @throws SimulationError if the simulation was built differently, or is at work */
export declare function restoreState(simulation: Stateful, state: SavedState, { ownStreams }: {
    readonly ownStreams: boolean;
}): void;
