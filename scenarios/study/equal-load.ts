/** The load at which deployments are compared with each other: latencies at lines that are far apart say little. */
import type { DeploymentRecord } from "./record.ts";

/** The second best's line: the largest load that two of them carry; null if there are no two that carry anything. */
export function equalLoadOf(records: readonly Pick<DeploymentRecord, "loadLine">[]): number | null {
  const lines = records.map(({ loadLine }) => loadLine?.tenants ?? 0).sort((a, b) => b - a);
  return lines.length > 1 && lines[1] > 0 ? lines[1] : null;
}
