/** A function of its own for each application of each tenant, with as many instances as invocations call for. */
import { daemons } from "../container/engine.ts";
import { isLimited } from "../host/changes.ts";
import { limitChange } from "../service/changes.ts";
import type { Unit } from "../service/unit.ts";
import { mebibytes } from "../vocabulary.ts";
import { BACKLOG, FunctionService, SCALING } from "./function-service.ts";
import { functionMemory } from "./memory-needed.ts";
import { EVICTION_POLICIES } from "./policies/eviction/eviction.ts";
import { IDLE_INSTANCE_POLICIES } from "./policies/idle-instance/idle-instance.ts";
import { keepAlivePolicy } from "./policies/keep-alive/keep-alive.ts";
import { fixed } from "./policies/keep-alive/fixed.ts";
import type { FunctionSpec, PlatformSpec } from "./spec.ts";
import { functionTemplate } from "./template.ts";

export const functionUnit: Unit<FunctionSpec> = {
  kind: "function",
  plural: "functions",
  startKind: "function cold start",

  whyRefused({ mmu }, app, { platform, runtime, memory }) {
    if (mmu.kind === "none" && platform.sandbox === "container") {
      return `the host has no MMU: ${platform.name} runs functions in containers, which need separate address spaces`;
    }
    if (memory > platform.poolMemory) {
      return `an instance of ${mebibytes(memory)} does not fit the memory pool of ${platform.name}, ${mebibytes(platform.poolMemory)}`;
    }
    const needed = functionMemory(app, { runtime });
    if (needed > memory) {
      return `an instance of ${mebibytes(memory)} is too small: ${runtime.name} and ${app.name} need ${mebibytes(needed)}`;
    }
    return undefined;
  },

  residents: ({ platform, engine }) => [
    ...(platform.sandbox === "container" ? [daemons(engine)] : []),
    { of: platform, kind: "platform", memory: platform.memory, workingSet: platform.workingSet },
  ],
  held: () => [],
  template: (_simulation, host, app, spec) => functionTemplate(host, app, spec, functionUnit.startKind),
  service: (context, spec, tools) => new FunctionService(context, spec, tools),
  policies: ({ keepAlive, idleInstance, platform }) => [
    { name: "instanceChoice", value: IDLE_INSTANCE_POLICIES[idleInstance].description, settings: ["idleInstance"] },
    { name: "keepAlive", value: keepAlivePolicy(keepAlive).describe(keepAlive), settings: ["keepAlive"] },
    { name: "scaling", value: SCALING },
    { name: "eviction", value: EVICTION_POLICIES[platform.eviction].description, settings: ["platform.eviction"] },
    { name: "backlog", value: BACKLOG },
  ],
  memory: ({ keepAlive }) => ({ of: "keep-alive", time: keepAlivePolicy(keepAlive).longest(keepAlive) }),

  changes(host, { app, unit }) {
    const { platform, cpus, concurrency, maxInstances, keepAlive } = unit;
    const { poolMemory, parallelStarts, dispatchCpu, dispatchLatency } = platform;
    const change = (words: string, fields: Partial<FunctionSpec>) =>
      ({ words, resource: "platform", changed: { app, unit: { ...unit, ...fields } } }) as const;
    const other = (words: string, fields: Partial<PlatformSpec>) => change(words, { platform: { ...platform, ...fields } });
    return [
      ...(poolMemory < Number.POSITIVE_INFINITY ? [other("twice the memory pool of the platform", { poolMemory: 2 * poolMemory })] : []),
      change("twice the instances a function may have", { maxInstances: 2 * maxInstances }),
      other("twice the starts at a time", { parallelStarts: 2 * parallelStarts }),
      other("a platform twice as fast", { dispatchCpu: dispatchCpu / 2, dispatchLatency: dispatchLatency / 2 }),
      change("idle instances kept twice as long", { keepAlive: fixed(2 * keepAlivePolicy(keepAlive).longest(keepAlive)) }),
      limitChange("twice the requests an instance serves at once", { app, unit: { ...unit, concurrency: 2 * concurrency } }),
      ...(isLimited(cpus, host) ? [limitChange("no CPU quota", { app, unit: { ...unit, cpus: Number.POSITIVE_INFINITY } })] : []),
    ];
  },
};
