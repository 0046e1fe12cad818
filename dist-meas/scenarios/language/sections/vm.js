import { hardwareThreads } from "../../../models/hardware/cores.js";
import { guestKernelMemory, guestMemoryFor, guestMemoryNeeded, guestMemoryToBoot } from "../../../models/vm/memory-needed.js";
import { count, flag, orWord, quantity, share, size, text, time } from "../text/fields.js";
import { group } from "../text/maps.js";
import { presetOr } from "../text/presets.js";
import { formatQuantity } from "../text/quantities.js";
import { nested } from "../text/tables.js";
import { capacity, mib, notAbove, roundUp, small, speed } from "./common.js";
import { compileCpuset, cpusetField } from "./cpu-limits.js";
import { checkHugePages } from "./mmu.js";
const traps = (family) => nested(`${family}.`, {
    ioOut: orWord("unsupported", quantity("cycles", { about: "", max: "10000000 cycles", because: "that is milliseconds" }), {
        about: `${family}: clock cycles of one request that leaves the guest.`,
        fallback: "unsupported",
        example: "6024 cycles",
    }),
    ioIn: orWord("unsupported", quantity("cycles", { about: "", max: "10000000 cycles", because: "that is milliseconds" }), {
        about: `${family}: clock cycles of one interrupt or packet that enters the guest.`,
        fallback: "unsupported",
        example: "13872 cycles",
    }),
});
const hypervisorFields = {
    memory: size({ about: "Memory of the virtual machine monitor itself, for each virtual machine.", example: "131 MiB", ...capacity }),
    workingSet: size({ about: "The part of it in constant use while the guest serves requests.", example: "25 MiB", ...capacity }),
    traps: nested("Cost of leaving and entering a guest, by processor family.", { arm64: traps("64-bit Arm"), x86_64: traps("64-bit x86") }),
    blockReadAdder: time({ about: "Added to each block read.", example: "72 us", ...small }),
    blockWriteAdder: time({ about: "Added to each block write.", example: "36 us", ...small }),
    networkRoundTrip: time({ about: "Added to a network round trip, half of it each way.", example: "30 us", ...small }),
    createCpu: time({
        about: "CPU work of creating a virtual machine and its devices, on a core of `bootSpeed`.",
        example: "38 ms",
        max: "1 h",
    }),
    bootSpeed: speed("Speed of the core that `createCpu` was measured on."),
};
const guestFields = {
    kernelBase: size({ about: "Memory the guest's kernel keeps, whatever the size of the machine.", example: "13.9 MiB", ...capacity }),
    kernelShare: share({
        about: "Further memory it keeps, as a share of the machine's.",
        max: "50 %",
        because: "programs need the rest",
        example: "1.5625 %",
    }),
    system: size({ about: "Memory of the guest's system services.", example: "45 MiB", ...capacity }),
    systemWorkingSet: size({ about: "The part of it in constant use.", example: "15 MiB", ...capacity }),
    bootCpu: time({ about: "CPU work of a boot, on a core of `bootSpeed`.", example: "294 ms", max: "1 h" }),
    bootSpeed: speed("Speed of the core that `bootCpu` was measured on."),
    bootRead: size({ about: "Data that a boot reads from the image.", example: "20 MiB", ...capacity }),
    idleCpu: share({ about: "Share of one core that an idle guest uses.", example: "0.5 %" }),
};
export const HYPERVISORS = {
    kind: "hypervisors",
    noun: "hypervisor",
    fields: hypervisorFields,
    fallback: "kvm",
};
export const GUESTS = { kind: "guests", noun: "guest system", fields: guestFields, fallback: "alpine" };
const vmFields = {
    vcpus: count({ about: "Virtual processors.", min: 1, max: 1024, fallback: 1 }),
    cpuset: cpusetField,
    memory: size({ about: "Memory that the guest is given.", min: "1 MiB", example: "256 MiB", max: "64 TiB" }),
    swap: size({ about: "Swap file of the guest, on its virtual disk; 0 B: none.", fallback: "0 B", example: "128 MiB", max: "64 TiB" }),
    hugePages: flag({
        about: "Whether the host backs that memory by huge pages (2 MiB where its base pages have 4 KiB), which shortens nested page walks.",
        fallback: false,
    }),
};
const imageFields = {
    base: text({
        about: "Name of the base image. Virtual machines of one base share its pages in the host's page cache.",
        example: "alpine.qcow2",
    }),
};
const schema = (presets) => group(vmFields, "A virtual machine for each instance.", {
    hypervisor: presetOr(presets, HYPERVISORS, "What runs the virtual machines."),
    guest: presetOr(presets, GUESTS, "Operating system inside."),
    image: group(imageFields, "Disk image.").optional(),
});
function compile(path, host, apps, into) {
    const found = into.component(HYPERVISORS, [...path, "hypervisor"]);
    const { traps: families, title: hypervisorTitle, ...monitor } = found;
    const traps = {};
    for (const [family, { ioOut, ioIn }] of Object.entries(families)) {
        if (ioOut !== "unsupported" && ioIn !== "unsupported")
            traps[family] = { ioOut, ioIn };
    }
    const hypervisor = { ...monitor, traps };
    const { title: guestTitle, ...guest } = into.component(GUESTS, [...path, "guest"]);
    notAbove([...path, "guest"], guest.systemWorkingSet, guest.system, "the memory of the guest's system", into);
    const { vcpus, memory, swap, hugePages, ...pinning } = into.resolve(vmFields, { path });
    const cpuset = compileCpuset([...path, "cpuset"], pinning.cpuset, host, into);
    const { base: image } = into.resolve(imageFields, { path: [...path, "image"], defaults: { base: `${guest.name}.qcow2` } });
    notAbove([...path, "hypervisor"], hypervisor.workingSet, hypervisor.memory, "the monitor's memory", into);
    if (hugePages)
        checkHugePages([...path, "memory"], memory, host, into);
    const spec = { kind: "vm", hypervisor, guest, vcpus, cpuset, memory, swap, hugePages, image };
    for (const app of apps)
        checkMemory([...path, "memory"], spec, app, into);
    checkVcpus([...path, "vcpus"], vcpus, host, into);
    const label = `${hypervisorTitle}, ${guestTitle} guest, ${vcpus} vCPU${vcpus === 1 ? "" : "s"}, ${formatQuantity(memory, "size")}`;
    return { spec, label };
}
function checkVcpus(path, vcpus, host, into) {
    const threads = hardwareThreads(host.cpu);
    if (vcpus <= threads)
        return;
    const message = `${vcpus} virtual processors on ${threads} hardware threads`;
    into.warn(path, { message, expected: `at most ${threads}: more only wait for each other`, fix: `write "${threads}"` });
}
/** A guest that can't hold its own kernel and system does not boot; one that can't hold the application as well pages. */
function checkMemory(path, spec, app, into) {
    const { guest, memory } = spec;
    const needed = guestMemoryNeeded(spec, app);
    if (needed <= memory)
        return;
    const { code, heap } = app.memory;
    const all = guestMemoryFor(guest, code + heap);
    const parts = `kernel ${mib(guestKernelMemory(guest, memory))} + system ${mib(guest.system)}`;
    if (guestMemoryToBoot(spec) > memory) {
        into.error(path, {
            message: `the virtual machine is too small to boot: ${parts} = ${mib(guestMemoryToBoot(spec))}`,
            expected: `at least ${mib(guestMemoryFor(guest, 0))}`,
            fix: `write "${roundUp(all)}", which holds "${app.name}" too`,
        });
        return;
    }
    into.warn(path, {
        message: `the virtual machine will page: ${parts} + code ${mib(code)} + heap ${mib(heap)} of "${app.name}" = ${mib(needed)}`,
        expected: `${mib(all)} to hold it all`,
        fix: `write "${roundUp(all)}"`,
    });
}
export const vm = { schema, compile };
