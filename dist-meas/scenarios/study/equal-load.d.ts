/** The load at which deployments are compared with each other: latencies at lines that are far apart say little. */
import type { DeploymentRecord } from "./record.ts";
/** The second best's line: the largest load that two of them carry; null if there are no two that carry anything. */
export declare function equalLoadOf(records: readonly Pick<DeploymentRecord, "loadLine">[]): number | null;
