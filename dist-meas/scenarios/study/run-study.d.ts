import type { Scenario } from "../scenario.ts";
import type { Execute } from "./execute.ts";
import type { DeploymentRecord, Point, StudyRecord } from "./record.ts";
import { type Attempt } from "./what-helps.ts";
export type Progress = {
    readonly kind: "trying";
    readonly deployment: string;
    readonly tenants: number;
} | {
    readonly kind: "point";
    readonly deployment: string;
    readonly point: Point;
} | ({
    readonly kind: "change";
} & Attempt) | {
    readonly kind: "deployment";
    readonly record: DeploymentRecord;
};
export interface StudyOptions {
    readonly execute: Execute;
    /** Ends the study early: what is finished is kept, `complete` is false. */
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: Progress) => void;
    /** Whether what moves the load line is looked for, which takes about as long as the line itself. Default true. */
    readonly causes?: boolean;
}
/** Compares all deployments. Results do not depend on how many runs go on at once, nor on the order in which they end. */
export declare function runStudy(scenario: Scenario, options: StudyOptions): Promise<StudyRecord>;
/** One deployment: its load line, or one load if `tenants` is given. @throws RangeError for an unknown name. */
export declare function runSingle(scenario: Scenario, deploymentName: string, tenants: number | undefined, options: StudyOptions): Promise<StudyRecord>;
