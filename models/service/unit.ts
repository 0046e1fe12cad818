/**
 * What an application runs in: a virtual machine, a container, a function, others. One object a kind says all that the rest of the house has to know of
 * it; `fleet/units.ts` lists them.
 */
import type { Simulation } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import type { Change } from "../host/changes.ts";
import type { HostSpec } from "../host/spec.ts";
import type { SegmentPlan, Template } from "../instance/template.ts";
import type { ServiceContext } from "../request/destination.ts";
import type { MemoryKind } from "../vocabulary.ts";
import type { AppSpec } from "../workload/spec.ts";
import type { Service, ServiceTools } from "./service.ts";

/** What a host holds for all instances that need the same, such as an engine's daemons. */
export interface Resident {
  /** The same for those who share it. */
  readonly of: object;
  readonly kind: MemoryKind;
  /** [B], and the part of it in constant use, which is never reclaimed. */
  readonly memory: number;
  readonly workingSet: number;
}

/** A rule that decides an answer, and how it reads in this run: printed with every result, like any other value. */
export interface Policy {
  /** "instanceChoice" */
  readonly name: string;
  readonly value: string;
  /** Keys of the language that choose it, whole or below host, deployment or application: "scheduler"; none where there is no choice. */
  readonly settings?: readonly string[];
}

/** An application and what it runs in. */
export interface UnitPart<Spec> {
  readonly app: AppSpec;
  readonly unit: Spec;
}

export interface Unit<Spec extends { readonly kind: string }> {
  readonly kind: Spec["kind"];
  /** What people call several of them: "VMs". */
  readonly plural: string;
  /** What a start of it is called: "vm boot". */
  readonly startKind: string;
  /** Why it can't run on a host at all, or undefined if it can. */
  whyRefused(host: HostSpec, app: AppSpec, spec: Spec): string | undefined;
  residents(spec: Spec): readonly Resident[];
  /** What of its memory a host holds for each that runs all the time; none, if its instances come and go. */
  held(app: AppSpec, spec: Spec): readonly SegmentPlan[];
  /** What one instance costs a host. */
  template(simulation: Simulation, host: Host, app: AppSpec, spec: Spec): Template;
  service(context: ServiceContext, spec: Spec, tools: ServiceTools): Service;
  /** In the words of the code that runs. */
  policies(spec: Spec): readonly Policy[];
  /** What it remembers longest, and for how long [s]: a run has to be longer. */
  memory?(spec: Spec): { readonly of: string; readonly time: number };
  /** Its own limits, and those of what runs it, each lifted or doubled alone; only those that can hold it back on this host. */
  changes(host: HostSpec, part: UnitPart<Spec>): readonly Change<UnitPart<Spec>>[];
}
