/**
 * CPU scheduling of one host behind one interface, at two fidelities (`fluid`, `slices`).
 *
 * Tasks run in groups: the threads of a container or function instance, or of a virtual machine. A group has a weight against the others
 * (cgroup cpu.weight), may have a quota of CPU time in each period (cpu.max) and a set of CPUs (cpuset.cpus). The tasks of a virtual
 * machine do not run on the host's CPUs but on its vCPUs, under a scheduler of their own; the vCPUs are what the host schedules.
 *
 *     container           function    virtual machine
 *     task  task  task     task        task  task  task      come with `submit`, go with `done` or `withdraw`
 *       |     |     |        |           |      \   /
 *       |     |     |        |         vCPU 0  vCPU 1        the guest's scheduler: tasks on vCPUs
 *       |     |     |        |           |       |
 *     --+-----+-----+--------+-----------+-------+------     the host's: groups by weight, each within its quota and its set of CPUs
 *          CPU 0        CPU 1     ...     CPU n              hardware threads of the cores
 */
import { nanoseconds } from "../../../engine/index.js";
/** `cores` on average over each `period` [s]. */
export const bandwidthOf = (cores, period) => ({
    quota: nanoseconds(cores * period),
    period: nanoseconds(period),
});
/** @throws RangeError, with the name of scheduler and group */
export function checkGroup(scheduler, { name = "?", weight, vcpus, bandwidth }) {
    const refuse = (found, expected) => {
        throw new RangeError(`scheduler "${scheduler}", group "${name}": found ${found}, expected ${expected}`);
    };
    if (!(weight > 0 && weight < Infinity))
        refuse(`weight ${weight}`, "a finite weight above 0");
    if (vcpus !== undefined && !(Number.isInteger(vcpus) && vcpus >= 1))
        refuse(`${vcpus} vCPUs`, "a whole number of at least 1");
    if (bandwidth === undefined)
        return;
    const { quota, period } = bandwidth;
    if (!(Number.isInteger(period) && period > 0))
        refuse(`a period of ${period} ns`, "a whole number above 0");
    if (!(quota > 0 && quota < Infinity))
        refuse(`a quota of ${quota} ns`, "a finite one above 0");
}
/** `found` tasks are in the way of a call that takes none. */
export function refuseTasks(scheduler, call, group, found) {
    throw new RangeError(`scheduler "${scheduler}": ${call} with ${found} tasks in group "${group}", expected none; withdraw them first`);
}
export function refuseDemand(scheduler, demand) {
    throw new RangeError(`scheduler "${scheduler}": found a task of demand ${demand} ns, expected a finite demand of at least 0`);
}
