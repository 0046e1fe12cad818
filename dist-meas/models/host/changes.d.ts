import type { Resource } from "../vocabulary.ts";
import type { HostSpec } from "./spec.ts";
/** How a thing would be with one change. */
export interface Change<Thing> {
    /** Completes "with ...": "twice the memory". The same change has the same words wherever it can be made. */
    readonly words: string;
    /** What there is more of. */
    readonly resource: Resource;
    readonly changed: Thing;
}
export declare function hostChanges(host: HostSpec): Change<HostSpec>[];
/** Whether a limit of so many cores is one on this host. */
export declare const isLimited: (cores: number, { cpu }: HostSpec) => boolean;
