import type { StreamState } from "../random/stream.ts";
import type { AuditReport } from "./audit.ts";
import type { CalendarState } from "./calendar.ts";
/** A part of a model whose state can be copied and put back. The copy must not change when the model goes on. */
export interface Saveable {
    save(): unknown;
    restore(state: unknown): void;
}
/** The state of a simulation at one instant. Plain data, safe for `structuredClone`, if what the parts save is. */
export interface SavedState {
    /** Names of the handlers in order of registration: events refer to them by number. */
    readonly handlers: readonly string[];
    readonly calendar: CalendarState;
    readonly streams: Readonly<Record<string, StreamState>>;
    readonly parts: Readonly<Record<string, unknown>>;
    /** What the audit found at stations that have left. */
    readonly audited: AuditReport;
}
export declare const isSaveable: (part: object) => part is Saveable;
