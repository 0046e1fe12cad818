import { describeFluid, FluidScheduler } from "./fluid/fluid.js";
import { describeSlices, SliceScheduler } from "./slices/slices.js";
/** The scheduler of a host's CPUs at the fidelity that `spec` asks for. */
export function createScheduler(simulation, name, cpu, spec) {
    return spec.kind === "fluid" ? new FluidScheduler(simulation, name, cpu) : new SliceScheduler(simulation, name, cpu, spec);
}
/** How that scheduler shares out the CPUs, in one line for reports: each fidelity says it beside the code that does it. */
export const description = (spec) => (spec.kind === "fluid" ? describeFluid() : describeSlices(spec));
