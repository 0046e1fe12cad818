/** Changes of what holds back an instance that runs all the time, whatever its kind. */
import type { Change } from "../host/changes.ts";
import type { UnitPart } from "./unit.ts";

/** An instance's own limit, lifted or doubled. */
export const limitChange = <Thing>(words: string, changed: Thing): Change<Thing> => ({ words, resource: "limit", changed });

/** Of what virtual machines and containers have in common: the application's threads, and a choice of CPUs. */
export function changesOfAll<Spec extends { readonly cpuset?: readonly number[] | undefined }>({
  app,
  unit,
}: UnitPart<Spec>): Change<UnitPart<Spec>>[] {
  const { cpuset, ...free } = unit;
  const unbound = { app, unit: free as Spec };
  return [
    limitChange("twice the threads", { app: { ...app, threads: 2 * app.threads }, unit }),
    ...(cpuset === undefined ? [] : [limitChange("all CPUs to choose from", unbound)]),
  ];
}
