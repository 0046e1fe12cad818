/** What a change does to the load line, and which of several does most. */
import type { DeploymentChange } from "../../models/fleet/changes.ts";
import type { LoadLine } from "./record.ts";
export type Help = LoadLine["whatHelps"][number];
/** Of the unchanged deployment. */
export interface Border {
    /** Its line, and the first load beyond it. */
    readonly line: Pick<LoadLine, "tenants" | "atMost">;
    readonly firstBeyond: number;
    /** The largest load that was tried and is carried more likely than not, 0 if none is, and the smallest above it that is not. */
    readonly carried: number;
    readonly beyond: number;
}
/** What one change, or several together, do. */
export interface Effect {
    readonly change: DeploymentChange;
    readonly help: Help;
    /** How far beyond the objective the first load tried was, see `Trial`. */
    readonly excess: number;
}
/** Whether it moves the line. */
export declare const isMoved: ({ help }: Effect) => boolean;
/**
 * The most helpful first: by the line, then by what is left of the excess. Before machines come settings that do about as much: a machine that carries
 * more as it is was not short. (Faster cores make up for a quota, or a small pool.)
 */
export declare function ranked(effects: readonly Effect[]): Effect[];
/** Whether it does about as much as `best`. */
export declare const isAlike: (help: Help, best: Help) => boolean;
