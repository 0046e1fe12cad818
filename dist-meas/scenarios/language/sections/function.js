import { DEFAULT_CPU_PERIOD } from "../../../models/os/cpu/spec.js";
import { functionMemory } from "../../../models/serverless/memory-needed.js";
import { EVICTION_POLICIES } from "../../../models/serverless/policies/eviction/eviction.js";
import { IDLE_INSTANCE_POLICIES } from "../../../models/serverless/policies/idle-instance/idle-instance.js";
import { choice, count, orWord, quantity, size, time } from "../text/fields.js";
import { group } from "../text/maps.js";
import { isPresetValue, presetOr } from "../text/presets.js";
import { formatQuantity } from "../text/quantities.js";
import { nested } from "../text/tables.js";
import { capacity, mib, notAbove, roundUp, speed } from "./common.js";
import { ENGINES, SECURITY } from "./container.js";
import { checkQuota } from "./cpu-limits.js";
import { keepAliveField } from "./keep-alive.js";
const namesOf = (policies) => Object.keys(policies);
const platformFields = {
    sandbox: choice(["container", "process"], { about: "What isolates an instance. A container needs a memory management unit." }),
    memory: size({ about: "Memory of the platform's own services, once for each host.", example: "700 MiB", ...capacity }),
    workingSet: size({ about: "The part of it in constant use.", example: "300 MiB", ...capacity }),
    dispatchCpu: time({ about: "CPU work of one invocation in the platform, on a core of `dispatchSpeed`.", example: "3 ms", max: "1 min" }),
    dispatchSpeed: speed("Speed of the core that `dispatchCpu` was measured on."),
    dispatchLatency: time({ about: "Time of one invocation in the platform that needs no core.", example: "5 ms", max: "1 min" }),
    poolMemory: orWord("unlimited", size({ about: "", min: "1 MiB", ...capacity }), {
        about: "Memory for instances, counted by their configured sizes; or `unlimited`: all that the host has.",
        example: "2 GiB",
    }),
    parallelStarts: count({ about: "Instances started at the same time at most.", min: 1, max: 10000, example: 10 }),
    eviction: choice(namesOf(EVICTION_POLICIES), { about: "Which idle instance has to go when the pool is full.", fallback: "longest-idle" }),
};
const runtimeFields = {
    memory: size({ about: "Memory of a warm instance without the function's own code and heap.", example: "74 MiB", ...capacity }),
    workingSet: size({ about: "The part of it that requests use.", example: "30 MiB", ...capacity }),
    initCpu: time({ about: "CPU work of the runtime's initialization, on a core of `initSpeed`.", example: "140 ms", max: "10 min" }),
    initSpeed: speed("Speed of the core that `initCpu` was measured on."),
    initRead: size({ about: "Data that the initialization reads.", example: "40 MiB", ...capacity }),
};
/** Limits of a function; a platform's preset has defaults for them under `limits`. */
const functionFields = {
    memory: size({ about: "Configured size of an instance.", min: "1 KiB", example: "128 MiB", ...capacity }),
    timeout: time({
        about: "Limit of one invocation, from its start in the instance; then it is killed.",
        above: "0 s",
        max: "24 h",
        because: "longer jobs are not functions",
        example: "10 s",
    }),
    keepAlive: keepAliveField,
    idleInstance: choice(namesOf(IDLE_INSTANCE_POLICIES), {
        about: "Which of several free instances serves the next invocation.",
        fallback: "most-recently-used",
    }),
    concurrency: count({ about: "Requests that one instance serves at once.", min: 1, max: 10000, fallback: 1 }),
    cpus: quantity("cores", {
        about: "Quota of one instance. Left out, it follows from the memory where the platform says so.",
        above: "0 cores",
        max: "1024 cores",
        fallback: 1,
        example: 1,
    }),
    maxInstances: count({ about: "Instances of one tenant's function at most.", min: 1, max: 100000, fallback: 1000, example: 10 }),
    backlog: count({
        about: "Invocations of one tenant that may wait for an instance; one more is refused.",
        min: 0,
        max: 1000000,
        fallback: 100,
        example: 100,
    }),
};
/** Further values that only presets have. */
const platformExtras = {
    memoryPerCore: size({
        about: "Memory that buys one core, where the platform gives cores in proportion to memory.",
        example: "1769 MiB",
        ...capacity,
    }),
};
export const PLATFORMS = {
    kind: "platforms",
    noun: "function platform",
    fields: platformFields,
    extras: { limits: nested("Limits of its functions.", { ...functionFields, ...platformExtras }) },
    fallback: "openwhisk",
};
export const RUNTIMES = { kind: "runtimes", noun: "function runtime", fields: runtimeFields };
const schema = (presets) => group(functionFields, "A serverless function: instances come and go with the requests. Limits that are left out follow the platform.", {
    platform: presetOr(presets, PLATFORMS, "What runs the functions."),
    runtime: presetOr(presets, RUNTIMES, "Language runtime of an instance."),
    engine: presetOr(presets, ENGINES, "What runs the instances' containers."),
    security: presetOr(presets, SECURITY, "Security module."),
}, { presettable: true });
function compile(path, _host, apps, into) {
    const { title: platformTitle, ...platform } = compilePlatform([...path, "platform"], into);
    const { title: runtimeTitle, ...runtime } = into.component(RUNTIMES, [...path, "runtime"]);
    notAbove([...path, "runtime", "workingSet"], runtime.workingSet, runtime.memory, "the runtime's memory", into);
    const { engine, security } = sandbox(path, platform.sandbox, into);
    const preset = into.preset(PLATFORMS, platform.name);
    const defaults = proportionalCpus(into.raw([...path, "memory"]), preset);
    const limits = into.resolve(functionFields, { path, preset, within: "limits", defaults });
    checkQuota(path, limits.cpus, DEFAULT_CPU_PERIOD, into);
    const spec = { kind: "function", platform, runtime, engine, security, ...limits };
    for (const app of apps)
        checkMemory([...path, "memory"], spec, app, into);
    checkPool([...path, "memory"], spec, into);
    const parts = [
        platformTitle,
        runtimeTitle,
        formatQuantity(limits.memory, "size"),
        `keep-alive ${keepAliveField.format(limits.keepAlive)}`,
    ];
    return { spec, label: parts.join(", ") };
}
function compilePlatform(path, into) {
    const { poolMemory, ...platform } = into.component(PLATFORMS, path);
    notAbove([...path, "workingSet"], platform.workingSet, platform.memory, "the platform's memory", into);
    return { ...platform, poolMemory: poolMemory === "unlimited" ? Number.POSITIVE_INFINITY : poolMemory };
}
/** What an instance's container runs in; a plain process has neither engine nor security module. */
function sandbox(path, kind, into) {
    const isProcess = kind === "process";
    const { title: _engine, ...engine } = into.component(ENGINES, [...path, "engine"], isProcess ? "process" : ENGINES.fallback);
    const { title: _security, ...security } = into.component(SECURITY, [...path, "security"], isProcess ? "none" : SECURITY.fallback);
    return { engine, security };
}
function checkMemory(path, spec, app, into) {
    const needed = functionMemory(app, spec);
    if (needed <= spec.memory)
        return;
    const { code, heap } = app.memory;
    into.error(path, {
        message: `the function is too small for "${app.name}": runtime ${mib(spec.runtime.memory)} + code ${mib(code)} + heap ${mib(heap)} = ${mib(needed)}`,
        expected: `at least ${mib(needed)}`,
        fix: `write "${roundUp(needed)}"`,
    });
}
function checkPool(path, { memory, platform: { poolMemory } }, into) {
    if (memory <= poolMemory)
        return;
    into.error(path, {
        message: `one instance (${mib(memory)}) is larger than the platform's pool (${mib(poolMemory)})`,
        expected: "an instance that fits",
        fix: "make the instance smaller or platform.poolMemory larger",
    });
}
/** Where a platform gives cores in proportion to memory: the quota that follows. */
function proportionalCpus(memory, preset) {
    const limits = preset?.values["limits"];
    if (limits === undefined || isPresetValue(limits))
        return {};
    const perCore = limits["memoryPerCore"];
    const size = memory ?? (isPresetValue(limits["memory"]) ? limits["memory"].value : undefined);
    if (!isPresetValue(perCore) || size === undefined)
        return {};
    const parsed = { memory: functionFields.memory.parse(size), perCore: platformExtras.memoryPerCore.parse(perCore.value) };
    return "value" in parsed.memory && "value" in parsed.perCore ? { cpus: parsed.memory.value / parsed.perCore.value } : {};
}
export const serverlessFunction = { schema, compile };
