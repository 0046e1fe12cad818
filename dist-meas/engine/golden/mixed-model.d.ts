import { type Settings } from "./plant.ts";
export interface MixedModelOptions {
    readonly settings?: Partial<Settings>;
    /** Simulated time [s]. */
    readonly duration?: number;
}
/** The digest: the fingerprint of the run, then names and hashes, one a line. */
export declare function mixedModel({ settings, duration }?: MixedModelOptions): string;
