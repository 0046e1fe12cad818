import { flag, size } from "../text/fields.js";
import { presetName, presetOr, withPreset } from "../text/presets.js";
import { formatQuantity } from "../text/quantities.js";
import { capacity, notAbove } from "./common.js";
import { cpuFields } from "./cpu.js";
import { compileDisks, diskSchemas, pickDisk } from "./disk.js";
import { compileMmu, mmuFields } from "./mmu.js";
import { compileNetwork, NETWORKS, nicFields } from "./network.js";
import { compilePaging, compileScheduler, pagingSchema, schedulerField, slicesFields, systemFields } from "./os.js";
import { compileSwap, swapSchema } from "./swap.js";
const hostFields = {
    cpu: cpuFields,
    mmu: mmuFields,
    scheduler: schedulerField,
    slices: slicesFields,
    virtualization: flag({ about: "Whether the processor supports virtual machines." }),
    memory: size({ about: "Main memory.", min: "1 KiB", example: "4 GiB", ...capacity }),
    nic: nicFields,
    system: systemFields,
};
export const HOSTS = { kind: "hosts", noun: "host", fields: hostFields };
export const hostSchema = (presets) => withPreset(presets, HOSTS, "One machine.", {
    ...diskSchemas(presets),
    swap: swapSchema(presets),
    paging: pagingSchema,
    network: presetOr(presets, NETWORKS, "The way to the clients; left out, nothing but the interface and its latency.").optional(),
});
export function compileHost(name, into) {
    const path = ["hosts", name];
    const raw = into.raw(path);
    const preset = into.preset(HOSTS, presetName(raw));
    const values = into.resolve(hostFields, { path, preset });
    const { cpu, virtualization, memory, nic, system } = values;
    const scheduler = compileScheduler(path, values, into);
    const mmu = compileMmu(path, values, into);
    const disks = compileDisks(path, preset, raw["disks"], into);
    const systemDisk = pickDisk([...path, "systemDisk"], raw["systemDisk"], disks, into);
    const { swap, zram } = compileSwap(path, { memory, isa: cpu.isa, mmu, disks }, into);
    if (raw["network"] === undefined)
        into.record([...path, "network"], "none beyond the interface", "default");
    if (system.memory >= memory) {
        const message = `the host's own system (${formatQuantity(system.memory, "size")}) fills its memory (${formatQuantity(memory, "size")})`;
        into.error([...path, "memory"], {
            message,
            expected: "memory left for applications",
            fix: "lower system.memory, or give the host more memory",
        });
    }
    notAbove([...path, "cpu", "cache"], cpu.cache, memory, "the memory behind it", into);
    notAbove([...path, "system", "workingSet"], system.workingSet, system.memory, "the memory of the host's system", into);
    const { cache, ...core } = cpu;
    return {
        name,
        preset: preset?.name ?? "custom",
        cpu: { ...core, cachePerCore: cache },
        mmu,
        virtualization,
        memory: { size: memory },
        disks,
        systemDisk,
        nic,
        ...(raw["network"] === undefined ? {} : { network: compileNetwork([...path, "network"], raw["network"], into) }),
        os: {
            scheduler,
            paging: compilePaging([...path, "paging"], into),
            swap,
            ...(zram === undefined ? {} : { zram }),
            system,
        },
    };
}
