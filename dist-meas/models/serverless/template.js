/**
 * A function instance as seen by its host. Memory of each warm instance = runtime + the function's code and heap, plus the shim of its sandbox.
 * Cold start = sandbox + code + runtime initialization + the application's own, each as work on the host.
 * Leaves out: pre-warmed pools, snapshots, CPU in proportion to memory beyond its weight.
 */
import { nanoseconds } from "../../engine/index.js";
import { forkAndExec, nativeSlowdown } from "../instance/native.js";
import { dataFiles, NO_ADDERS } from "../instance/template.js";
import { containerAdders, quotaOf, securityCpu } from "../container/template.js";
import { firstTouch } from "../hardware/mmu/faults.js";
import { DEFAULT_CPU_PERIOD } from "../os/cpu/spec.js";
import { hotShareOf, pagesOf } from "../workload/spec.js";
/** Memory that has weight 1 on the cores [B]: OpenWhisk's default size of an action. */
const UNIT_OF_WEIGHT = 256 * 1024 * 1024;
export function functionTemplate(host, app, spec, startKind) {
    const { engine, runtime, platform } = spec;
    const { code, heap, data = 0 } = app.memory;
    const hotShare = hotShareOf(app);
    const contained = platform.sandbox === "container";
    const { mmu, cpu } = host.spec;
    // The faults of sandbox and runtime are in their measured starts.
    const fillCpu = nanoseconds(firstTouch(mmu, cpu, code, "base") + firstTouch(mmu, cpu, heap, pagesOf(app)));
    return {
        startKind,
        weight: spec.memory / UNIT_OF_WEIGHT,
        bandwidth: quotaOf(host, spec.cpus, DEFAULT_CPU_PERIOD),
        segments: [
            { kind: "runtime", size: runtime.memory + (contained ? engine.shimMemory : 0), hot: runtime.workingSet },
            { kind: "code", size: code, hot: code * hotShare },
            { kind: "heap", size: heap, hot: heap * hotShare },
            ...dataFiles(data),
        ],
        start: [
            { kind: "cpu", work: contained ? nanoseconds(host.work(engine.startCpu, engine.startSpeed)) : forkAndExec(host) },
            { kind: "image", file: `function ${app.name}`, size: (contained ? engine.startRead : 0) + runtime.initRead + code },
            { kind: "fill" },
            {
                kind: "cpu",
                work: fillCpu + nanoseconds(host.work(runtime.initCpu, runtime.initSpeed)) + nanoseconds(host.work(app.startCpu, app.startSpeed)),
            },
        ],
        adders: contained ? containerAdders(engine) : NO_ADDERS,
        slowdown: nativeSlowdown(host, app),
        systemCallCpu: securityCpu(spec.security, app),
        idleCpu: 0,
        threads: spec.concurrency,
        timeout: nanoseconds(spec.timeout),
    };
}
