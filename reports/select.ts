/** What the reports pick from a record: names for people, and the loads they show in detail. */
import { UNITS } from "../models/index.ts";
import type { DeploymentRecord, HostDescription, Point, StudyRecord } from "../scenarios/study/record.ts";

/** What several of each kind of unit are called. */
const NOUNS = new Map<string, string>(Object.values(UNITS).map(({ kind, plural }) => [kind, plural]));

/** How a deployment is called in sentences, tables and charts. */
export interface DisplayName {
  readonly text: string;
  /** "VMs carry", but "kvm-small carries". */
  readonly plural: boolean;
}

/** The model's noun if the deployment is simply named after its model, else its own name as in the scenario. */
export function displayName(deployment: DeploymentRecord): DisplayName {
  const name = deployment.name.toLowerCase();
  const noun = NOUNS.get(deployment.model);
  if (noun !== undefined && (name === deployment.model || name === noun.toLowerCase())) return { text: noun, plural: true };
  return { text: deployment.name, plural: false };
}

/** The machine that the report names: that of the first deployment. */
export const firstHost = ({ hosts: [first] }: StudyRecord): HostDescription => first;

/** The largest load that met the objective: the load line itself wherever the search ended properly. */
export function pointAtLine(deployment: DeploymentRecord): Point | undefined {
  const met = deployment.points.filter((point) => point.verdict === "met");
  const line = deployment.loadLine?.tenants;
  return met.find((point) => point.tenants === line) ?? met.at(-1);
}

/** The load with so many tenants. */
export const pointAt = ({ points }: DeploymentRecord, tenants: number): Point | undefined =>
  points.find((point) => point.tenants === tenants);

/** The first load beyond the line: the one that names the bottleneck, else the smallest that missed the objective, else that was not told. */
export function pointBeyond(deployment: DeploymentRecord): Point | undefined {
  const atTenants = deployment.loadLine?.bottleneck?.atTenants;
  const line = pointAtLine(deployment)?.tenants ?? 0;
  return (
    deployment.points.find((point) => point.tenants === atTenants) ??
    deployment.points.find((point) => point.tenants > line && point.verdict === "missed") ??
    deployment.points.find((point) => point.tenants > line && point.verdict !== "met")
  );
}

/** The loads shown in detail: at the line and first beyond, as far as they exist. */
export function detailedPoints(deployment: DeploymentRecord): readonly { readonly where: "at" | "beyond"; readonly point: Point }[] {
  const at = pointAtLine(deployment);
  const beyond = pointBeyond(deployment);
  return [
    ...(at === undefined ? [] : [{ where: "at" as const, point: at }]),
    ...(beyond === undefined ? [] : [{ where: "beyond" as const, point: beyond }]),
  ];
}

/** The host's own system, in memory or on swap; cache that can be dropped; and compressed pages, which count with their size as swapped ones. */
const NOT_BY_TENANT: ReadonlySet<string> = new Set(["host", "imageCache", "data", "zram"]);

/** Memory that one tenant costs: all resident and swapped bytes but those, by the number of tenants [B]. */
export function memoryPerTenant(point: Point): number {
  const { resident, swappedByKind } = point.memory;
  const bytes = [...Object.entries(resident), ...Object.entries(swappedByKind)];
  return bytes.reduce((sum, [kind, size]) => (NOT_BY_TENANT.has(kind) ? sum : sum + size), 0) / point.tenants;
}
