import { DEFAULT_WEIGHT } from "../../../models/container/spec.js";
import { hardwareThreads } from "../../../models/hardware/cores.js";
import { DEFAULT_CPU_PERIOD } from "../../../models/os/cpu/spec.js";
import { count, orWord, quantity, size, time } from "../text/fields.js";
import { group } from "../text/maps.js";
import { presetOr } from "../text/presets.js";
import { formatIn, formatQuantity } from "../text/quantities.js";
import { capacity, mib, roundUp, small, speed } from "./common.js";
import { checkQuota, compileCpuset, cpusetField } from "./cpu-limits.js";
const engineFields = {
    daemonMemory: size({ about: "Memory of the engine's daemons, once for each host.", example: "140 MiB", ...capacity }),
    shimMemory: size({ about: "Memory of the supervising process of each container.", example: "8 MiB", ...capacity }),
    startCpu: time({ about: "CPU work of creating and starting one container, on a core of `startSpeed`.", example: "300 ms", max: "1 h" }),
    startSpeed: speed("Speed of the core that `startCpu` was measured on."),
    startRead: size({ about: "Data that a start reads from the image.", example: "6 MiB", ...capacity }),
    networkRoundTrip: time({
        about: "Added to a network round trip by bridge and address translation, half of it each way.",
        example: "37 us",
        ...small,
    }),
};
const securityFields = {
    perCall: time({
        about: "Added to every system call, averaged over all kinds of calls.",
        example: "150 ns",
        max: "1 ms",
        because: "a system call takes about a microsecond",
    }),
};
export const ENGINES = {
    kind: "engines",
    noun: "container engine",
    fields: engineFields,
    fallback: "docker",
};
export const SECURITY = {
    kind: "security",
    noun: "security module",
    fields: securityFields,
    fallback: "apparmor",
};
const containerFields = {
    cpus: orWord("unlimited", quantity("cores", { about: "", above: "0 cores", max: "1024 cores" }), {
        about: "Quota of the container (docker run --cpus): this many times `cpuPeriod` of CPU time in each `cpuPeriod`, then none until it ends; or `unlimited`: all cores of the host.",
        fallback: "unlimited",
        example: 1,
    }),
    cpuPeriod: time({
        about: "Period of the quota (docker run --cpu-period).",
        min: "1 ms",
        max: "1 s",
        because: "the kernel takes no others",
        fallback: formatIn("ms", DEFAULT_CPU_PERIOD, "time"),
        example: formatIn("ms", DEFAULT_CPU_PERIOD, "time"),
    }),
    cpuWeight: count({
        about: "Share against other containers when cores are scarce (cgroup cpu.weight).",
        min: 1,
        max: 10000,
        because: "the kernel takes no others",
        fallback: DEFAULT_WEIGHT,
        example: DEFAULT_WEIGHT,
    }),
    cpuset: cpusetField,
    memory: orWord("unlimited", size({ about: "", min: "1 KiB", max: "64 TiB" }), {
        about: "Memory limit of the container; or `unlimited`: all memory of the host.",
        fallback: "unlimited",
        example: "64 MiB",
    }),
    swap: orWord("same", size({ about: "", max: "64 TiB" }), {
        about: "Swap space that the container may use; or `same`: as much as its memory limit.",
        fallback: "same",
        example: "64 MiB",
    }),
};
const schema = (presets) => group(containerFields, "A container for each instance.", {
    engine: presetOr(presets, ENGINES, "What runs the containers."),
    security: presetOr(presets, SECURITY, "Security module."),
});
function compile(path, host, apps, into) {
    const { title: engineTitle, ...engine } = into.component(ENGINES, [...path, "engine"]);
    const { title: securityTitle, ...security } = into.component(SECURITY, [...path, "security"]);
    const limits = into.resolve(containerFields, { path });
    const memory = limits.memory === "unlimited" ? host.memory.size : limits.memory;
    const cpus = limits.cpus === "unlimited" ? hardwareThreads(host.cpu) : limits.cpus;
    for (const app of apps)
        checkMemory([...path, "memory"], memory, host, app, into);
    const { cpuPeriod, cpuWeight } = limits;
    checkQuota(path, cpus, cpuPeriod, into);
    const cpuset = compileCpuset([...path, "cpuset"], limits.cpuset, host, into);
    const spec = {
        kind: "container",
        engine,
        security,
        cpus,
        cpuPeriod,
        cpuWeight,
        cpuset,
        memory,
        ...(limits.swap === "same" ? {} : { swap: limits.swap }),
    };
    const size = limits.memory === "unlimited" ? "no memory limit" : formatQuantity(memory, "size");
    const cores = limits.cpus === "unlimited" ? "all cores" : `${cpus} core${cpus === 1 ? "" : "s"}`;
    return { spec, label: [engineTitle, securityTitle, cores, size].join(", ") };
}
/** A container that can't hold the application pages, or is killed. */
function checkMemory(path, memory, host, app, into) {
    const { code, heap } = app.memory;
    const needed = code + heap;
    if (needed <= memory)
        return;
    const outcome = heap > memory && host.os.swap === undefined && host.os.zram === undefined ? "be killed: there is no swap" : "page";
    into.warn(path, {
        message: `the container will ${outcome}: code ${mib(code)} + heap ${mib(heap)} of "${app.name}" = ${mib(needed)}`,
        expected: `${mib(needed)} to hold it all`,
        fix: `write "${roundUp(needed)}"`,
    });
}
export const container = { schema, compile };
