import type { DeploymentRecord, Estimate, HostDescription, LATENCY_STATISTICS, Point, StudyRecord } from "../scenarios/study/record.ts";
/** How a deployment is called in sentences, tables and charts. */
export interface DisplayName {
    readonly text: string;
    /** "VMs carry", but "kvm-small carries". */
    readonly plural: boolean;
}
/** The model's noun if the deployment is simply named after its model, else its own name as in the scenario. */
export declare function displayName(deployment: DeploymentRecord): DisplayName;
/** The machine that the report names: that of the first deployment. */
export declare const firstHost: ({ hosts: [first] }: StudyRecord) => HostDescription;
export type LatencyStatistic = (typeof LATENCY_STATISTICS)[number];
/** The statistic that the objective is about. */
export declare const objectiveStatistic: (record: StudyRecord) => LatencyStatistic;
/** The limit of that statistic [s]. */
export declare const objectiveLimit: (record: StudyRecord) => number;
/** "p99 ≤ 250 ms and at most 1 % errors" */
export declare function objectiveText(record: StudyRecord): string;
export declare const objectiveLatency: (record: StudyRecord, point: Point) => Estimate;
/** The largest load that met the objective: the load line itself wherever the search ended properly. */
export declare function pointAtLine(deployment: DeploymentRecord): Point | undefined;
/** The first load beyond the line: the one that names the bottleneck, else the smallest that missed the objective. */
export declare function pointBeyond(deployment: DeploymentRecord): Point | undefined;
/** The loads shown in detail: at the line and first beyond, as far as they exist. */
export declare function detailedPoints(deployment: DeploymentRecord): readonly {
    readonly where: "at" | "beyond";
    readonly point: Point;
}[];
/** Memory that one tenant costs: all resident and swapped bytes but those, by the number of tenants [B]. */
export declare function memoryPerTenant(point: Point): number;
