/** What a VM, container or function may ask of the host's CPU scheduler: quotas and sets of CPUs that both can honour. */
import { hardwareThreads } from "../../../models/hardware/cores.js";
import { custom, shown } from "../text/fields.js";
import { formatQuantity } from "../text/quantities.js";
/** A list of CPUs and ranges of them, as the kernel writes it: "0-3,5". */
const parseCpuset = (raw) => {
    const expected = 'CPUs and ranges of them, for example "0-3,5", or "all"';
    if (raw === "all")
        return { value: "all" };
    const problem = { problem: { message: `found ${shown(raw)}`, expected } };
    if (typeof raw !== "number" && typeof raw !== "string")
        return problem;
    const cpus = new Set();
    for (const part of String(raw).split(",")) {
        const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
        if (match === null)
            return problem;
        const first = Number(match[1]);
        const last = Number(match[2] ?? match[1]);
        if (last < first)
            return { problem: { message: `"${part.trim()}" ends before it begins`, expected, fix: `write "${last}-${first}"` } };
        for (let cpu = first; cpu <= last; cpu++)
            cpus.add(cpu);
    }
    return { value: [...cpus].sort((a, b) => a - b) };
};
export const cpusetField = custom(parseCpuset, (value) => (value === "all" ? value : value.join(",")), { type: ["string", "integer"] }, {
    about: "CPUs (hardware threads, from 0) that it may use (docker run --cpuset-cpus, libvirt cpuset); `all` of the host by default. Needs the scheduler `slices`.",
    fallback: "all",
    example: "0-3",
});
/** Least quota and least period that the kernel accepts [s]. Source: Linux, Documentation/scheduler/sched-bwc.rst. */
const LEAST_QUOTA = 1e-3;
/** Rounding of a product of two decimal numbers. */
const GRAIN = 1e-12;
/** `cpus` cores of every `period` seconds. */
export function checkQuota(path, cpus, period, into) {
    if (cpus * period >= LEAST_QUOTA - GRAIN)
        return;
    const least = formatQuantity(Math.ceil((LEAST_QUOTA / period) * 1000) / 1000, "cores");
    into.error([...path, "cpus"], {
        message: `${formatQuantity(cpus, "cores")} of every ${formatQuantity(period, "time")} is a quota of ${formatQuantity(cpus * period, "time")}`,
        expected: "a quota of at least 1 ms, the least that the kernel accepts",
        fix: `write "${least}" or more`,
    });
}
/** The set in the form that the models take; undefined: all CPUs. */
export function compileCpuset(path, cpuset, host, into) {
    if (cpuset === "all")
        return undefined;
    const threads = hardwareThreads(host.cpu);
    const beyond = cpuset.filter((cpu) => cpu >= threads);
    if (beyond.length > 0) {
        into.error(path, {
            message: `CPU ${beyond[0]} on a host with ${threads} hardware threads`,
            expected: threads === 1 ? "CPU 0" : `CPUs 0 to ${threads - 1}`,
            fix: `write "${threads === 1 ? "0" : `0-${threads - 1}`}"`,
        });
    }
    else if (cpuset.length < threads && host.os.scheduler.kind !== "slices") {
        into.error(path, {
            message: `the host's scheduler is "fluid", which knows no single CPUs`,
            expected: 'the scheduler "slices"',
            fix: `write "scheduler: slices" at the host, or leave out "${String(path.at(-1))}"`,
        });
    }
    return cpuset;
}
