import { coreRate, hardwareThreads } from "../../../hardware/cores.js";
export class CoreThreads {
    count;
    cores;
    isBusy;
    #simulation;
    #busyOfCore;
    /** Work of a core, by the number of its busy threads [cores]. */
    #rates;
    /** Work of all cores now, and its integral up to `#since`. */
    #rate = 0;
    #integral = 0;
    #since = 0;
    constructor(simulation, cpu) {
        this.#simulation = simulation;
        this.count = hardwareThreads(cpu);
        this.cores = cpu.cores;
        this.isBusy = new Uint8Array(this.count);
        this.#busyOfCore = new Int32Array(cpu.cores);
        this.#rates = Float64Array.from({ length: cpu.threadsPerCore + 1 }, (_, busy) => coreRate(cpu, busy));
    }
    coreOf(thread) {
        return thread % this.cores;
    }
    /** No thread of this one's core is busy. */
    isCoreIdle(thread) {
        return this.#busyOfCore[thread % this.cores] === 0;
    }
    /** Speed of a busy thread [cores]. */
    speed(thread) {
        const busy = this.#busyOfCore[thread % this.cores];
        return this.#rates[busy] / busy;
    }
    setBusy(thread, isBusy) {
        const core = thread % this.cores;
        const { now } = this.#simulation;
        this.#integral += this.#rate * (now - this.#since);
        this.#since = now;
        const before = this.#rates[this.#busyOfCore[core]];
        this.#busyOfCore[core] += isBusy ? 1 : -1;
        this.isBusy[thread] = isBusy ? 1 : 0;
        this.#rate += this.#rates[this.#busyOfCore[core]] - before;
    }
    /** ∫ work of all cores dt [core ns]. */
    get busyIntegral() {
        return this.#integral + this.#rate * (this.#simulation.now - this.#since);
    }
}
