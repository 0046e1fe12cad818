/** The loads that charts show in detail: at the line and the first beyond; without a line, the load that was asked for or the last one that ran. */
import type { DeploymentRecord, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { detailedPoints, pointAtLine } from "../select.ts";

export type Where = "at" | "beyond" | "asked";

export interface ShownPoint {
  readonly where: Where;
  readonly point: Point;
}

/** A single load was asked for: there is no line to look for. */
export const isSingleLoad = ({ question }: StudyRecord): boolean => question.kind === "run" && question.tenants !== null;

export function shownPoints(deployment: DeploymentRecord): readonly ShownPoint[] {
  const found = detailedPoints(deployment);
  const last = deployment.points.at(-1);
  if (last === undefined) return [];
  if (deployment.loadLine === null && deployment.points.length === 1) return [{ where: "asked", point: last }];
  return found.length > 0 ? found : [{ where: "asked", point: last }];
}

/** The one load that stands for a deployment. */
export const mainPoint = (deployment: DeploymentRecord): Point | undefined => pointAtLine(deployment) ?? shownPoints(deployment)[0]?.point;
