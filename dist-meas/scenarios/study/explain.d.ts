/** What the experiments say, in one sentence, and which resource they say it of. */
import type { Resource } from "../../models/vocabulary.ts";
import { type Border, type Effect } from "./effect.ts";
export interface Findings {
    readonly border: Border;
    /** The most helpful first. */
    readonly effects: readonly Effect[];
    /** How far beyond the objective the unchanged deployment is where the changes were tried, see `Trial`. */
    readonly before: number;
}
export declare function explain(findings: Findings): {
    readonly resource: Resource;
    readonly explanation: string;
};
