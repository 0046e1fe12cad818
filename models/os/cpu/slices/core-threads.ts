/** The hardware threads of a host: which are busy, and how fast that lets each go. Thread `t` belongs to core `t modulo cores`. */
import type { Nanoseconds, Simulation } from "../../../../engine/index.ts";
import { coreRate, hardwareThreads } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";

export class CoreThreads {
  readonly count: number;
  readonly cores: number;
  readonly isBusy: Uint8Array;
  readonly #simulation: Simulation;
  readonly #busyOfCore: Int32Array;
  /** Work of a core, by the number of its busy threads [cores]. */
  readonly #rates: Float64Array;
  /** Work of all cores now, and its integral up to `#since`. */
  #rate = 0;
  #integral = 0;
  #since: Nanoseconds = 0;

  constructor(simulation: Simulation, cpu: CpuSpec) {
    this.#simulation = simulation;
    this.count = hardwareThreads(cpu);
    this.cores = cpu.cores;
    this.isBusy = new Uint8Array(this.count);
    this.#busyOfCore = new Int32Array(cpu.cores);
    this.#rates = Float64Array.from({ length: cpu.threadsPerCore + 1 }, (_, busy) => coreRate(cpu, busy));
  }

  coreOf(thread: number): number {
    return thread % this.cores;
  }

  /** No thread of this one's core is busy. */
  isCoreIdle(thread: number): boolean {
    return this.#busyOfCore[thread % this.cores] === 0;
  }

  /** Speed of a busy thread [cores]. */
  speed(thread: number): number {
    const busy = this.#busyOfCore[thread % this.cores];
    return this.#rates[busy] / busy;
  }

  setBusy(thread: number, isBusy: boolean): void {
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
  get busyIntegral(): number {
    return this.#integral + this.#rate * (this.#simulation.now - this.#since);
  }
}
