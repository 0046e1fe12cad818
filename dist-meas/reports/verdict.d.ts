/** The answer in a sentence or a few: computed from the load lines and their intervals, never from a mean alone. */
import type { DeploymentRecord, StudyRecord } from "../scenarios/study/record.ts";
/** What is known about one deployment's load line, in [low, high] tenants. */
export interface Standing {
    readonly deployment: DeploymentRecord;
    readonly name: string;
    readonly plural: boolean;
    /**
     * "line": found; "open": at least `low`, nothing above it was decided; "none": not even the smallest load met the objective;
     * "refused": can't run here; "unfinished": no line was searched for or the search was interrupted.
     */
    readonly kind: "line" | "open" | "none" | "refused" | "unfinished";
    readonly low: number;
    /** Infinity where nothing bounds it. */
    readonly high: number;
    /** Against the best deployment, as a fraction: -0.5 is half of it; null for the best and where there is nothing to compare. */
    readonly relative: {
        readonly value: number;
        readonly low: number;
        readonly high: number;
    } | null;
    /** Can't be told apart from the best: the intervals overlap. */
    readonly tied: boolean;
}
/** A piece of the headline; a deployment's piece can be shown in its colour. */
export interface Fragment {
    readonly text: string;
    readonly strong: boolean;
}
export interface Verdict {
    /** Best first; then those without a line. */
    readonly standings: readonly Standing[];
    /** The first sentence. */
    readonly headline: readonly Fragment[];
    /** What stops whom, what can't run, what is open. */
    readonly details: readonly string[];
    /** All of it as one text. */
    readonly text: string;
}
/** What a bottleneck is called after "stops at". */
export declare const RESOURCE_WORDS: Readonly<Record<string, string>>;
/** "a, b and c" */
export declare function list(words: readonly string[]): string;
export declare const capital: (text: string) => string;
/** Interval and kind of each load line, best first, each compared with the best. */
export declare function standings(record: StudyRecord): readonly Standing[];
/** "−53 %", or "at least 79 % fewer" where the best is only known from below: even the highest of one against the lowest of the other. */
export declare function relativeText(standing: Standing): string;
/** "87 (87 to 90)", "at least 200", "none", "can't run here": the load line in a table or beside a bar. */
export declare function lineText(standing: Standing): string;
/** The verdict of a study, with intervals. */
export declare function verdict(record: StudyRecord): Verdict;
