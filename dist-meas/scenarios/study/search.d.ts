/** The search for the load line: few evaluations, where they matter, instead of a grid. */
import type { Verdict } from "./record.ts";
export interface SearchResult {
    /** Largest number of tenants that met the objective, 0 if none did. */
    readonly tenants: number;
    /** Largest number that did not miss it for certain; null if the range ended before a miss. */
    readonly atMost: number | null;
    readonly endOfRange: boolean;
    /** Smallest number that was tried and did not meet the objective. */
    readonly firstBeyond: number | null;
}
/**
 * Finds where `verdictAt` goes from met through undecided to missed, between `min` and `max` tenants. Assumes what queueing theory says of a
 * shared machine: more tenants never help. Uses about log3(max) + 2 log2(gap) evaluations.
 */
export declare function searchLoadLine(min: number, max: number, verdictAt: (tenants: number) => Promise<Verdict>): Promise<SearchResult>;
