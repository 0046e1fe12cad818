/** Replications of one load, summed up for the result record: in all, by application, and by host. */
import { sumOf } from "../../engine/index.ts";
import { type RunWindow, windowOfApp } from "../../models/run/window.ts";
import { byKey, estimateOf } from "./estimate.ts";
import type { Evaluation } from "./evaluate.ts";
import type { AppJudgement } from "./judge.ts";
import { hostResult, memoryOf } from "./host-results.ts";
import { instanceResults } from "./instance-results.ts";
import { perReplication } from "./per-replication.ts";
import { type AppResult, type Estimate, type Point, UTILIZATIONS } from "./record.ts";
import { requestResults, startStatistics } from "./request-results.ts";
import { timelineOf } from "./timeline.ts";

export function summarize({ tenants, windows, plan, judgement, drift }: Evaluation, confidence: number): Point {
  const estimate = (value: (window: RunWindow) => number): Estimate => estimateOf(windows.map(value), confidence);
  const { apps, hosts, fingerprint } = windows[0].run;
  return {
    tenants,
    verdict: judgement.verdict,
    ...(drift === undefined ? {} : { drift }),
    replications: windows.length,
    duration: Math.max(...windows.map(({ duration }) => duration)),
    ...(plan.lengthened === undefined ? {} : { lengthened: plan.lengthened }),
    warmup: Math.max(...windows.map(({ warmup }) => warmup)),
    startup: estimate(({ run }) => run.startup),
    ready: windows.every(({ run }) => run.ready),
    collapsed: windows.filter(({ run }) => run.collapsed).length,
    unsteady: windows.filter(({ steady }) => !steady).length,
    ...requestResults(windows, confidence),
    utilization: byKey(UTILIZATIONS, (key) => estimate(({ utilization }) => utilization[key])),
    memory: memoryOf(windows),
    majorFaults: estimate(({ majorFaults }) => majorFaults),
    instances: estimate(({ instances }) => instances),
    starts: startStatistics(windows, [...new Set(apps.map(({ startKind }) => startKind))].join(", "), tenants, confidence),
    audit: worstAudit(windows),
    outOfMemoryKills: sumOf(windows, ({ outOfMemoryKills }) => outOfMemoryKills),
    evictions: sumOf(windows, ({ evictions }) => evictions),
    fingerprint,
    events: sumOf(windows, ({ run }) => run.events),
    timeline: timelineOf(windows[0].run),
    apps: apps.map((_, app) => ({ ...judgement.apps[app], ...appResult(windows, app, tenants, confidence) })),
    hosts: hosts.map((_, host) => hostResult(windows, host, confidence)),
    perReplication: perReplication(windows),
  };
}

/** The application with this index in the runs. */
function appResult(runs: readonly RunWindow[], app: number, tenants: number, confidence: number): Omit<AppResult, keyof AppJudgement> {
  const windows = runs.map((run) => windowOfApp(run, app));
  const { name, unit, startKind } = runs[0].run.apps[app];
  return {
    name,
    unit,
    ...requestResults(windows, confidence),
    starts: startStatistics(windows, startKind, tenants, confidence),
    instance: instanceResults(runs, app, confidence),
  };
}

function worstAudit(windows: readonly RunWindow[]): Point["audit"] {
  const worst = windows.reduce((a, b) => (b.run.audit.worst > a.run.audit.worst ? b : a)).run.audit;
  return { checks: sumOf(windows, ({ run }) => run.audit.checks), worst: worst.worst, worstCheck: worst.worstCheck };
}
