/**
 * Pressure stall information of a machine, "some": how much of its work is held up because a task waits for a CPU, for memory, or for a disk. As the
 * kernel defines it, with k tasks delayed of n that are not idle on c CPUs
 *
 *     some = min(k / min(n, c), 1)
 *
 * of each instant, averaged over time. So 257 busy threads on 256 CPUs are a pressure of 1/256, although somebody waits all the time; on one CPU it is
 * the share of time in which anybody waits. Delayed for a CPU is a thread or vCPU without one, throttled ones included. Who waits for a page that is on
 * swap waits for memory and for the disk.
 *
 * Differs from the kernel, which averages over CPUs that each look at the tasks placed on them; here idle CPUs take waiting tasks over. Tasks inside
 * guests count for memory and disk as if they were the host's.
 *
 * Source: Linux, kernel/sched/psi.c, comment at its head; Documentation/accounting/psi.rst.
 */
import type { Nanoseconds, Simulation } from "../../../engine/index.ts";

/** What a task waits for, bits of a set. */
export const FOR_MEMORY = 1;
export const FOR_IO = 2;

/** Integrals of the three over time [ns]. */
export interface PressureTimes {
  readonly cpu: Nanoseconds;
  readonly memory: Nanoseconds;
  readonly io: Nanoseconds;
}

export class Pressure {
  readonly #simulation: Simulation;
  readonly #cpus: number;
  /** Threads and vCPUs that want a CPU, and those of them that have none. */
  #wanting = 0;
  #withoutCpu = 0;
  /** Tasks that wait for something else, each once; for memory; for a disk. */
  #stalled = 0;
  #forMemory = 0;
  #forIo = 0;
  /** Nobody waits for anything. */
  #isCalm = true;
  // Pressure now, and its integral up to #since.
  #cpuNow = 0;
  #memoryNow = 0;
  #ioNow = 0;
  #cpu = 0;
  #memory = 0;
  #io = 0;
  #since: Nanoseconds = 0;

  /** `cpus`: hardware threads [1]. */
  constructor(simulation: Simulation, cpus: number) {
    this.#simulation = simulation;
    this.#cpus = cpus;
  }

  /** So many threads and vCPUs want a CPU from now on, of which `running` have one. */
  run(wanting: number, running: number): void {
    this.#wanting = wanting;
    this.#withoutCpu = wanting - running;
    if (this.#withoutCpu > 0 || !this.#isCalm) this.#update();
  }

  /** One more task waits, for a set of FOR_MEMORY and FOR_IO that is not empty. */
  stall(waits: number): void {
    this.#stalled++;
    this.#forMemory += waits & 1;
    this.#forIo += waits >> 1;
    this.#update();
  }

  /** One that waited for this goes on. */
  resume(waits: number): void {
    this.#stalled--;
    this.#forMemory -= waits & 1;
    this.#forIo -= waits >> 1;
    this.#update();
  }

  /** Up to now. Changes no pressure. */
  times(): PressureTimes {
    this.#settle();
    return { cpu: this.#cpu, memory: this.#memory, io: this.#io };
  }

  #settle(): void {
    const time = this.#simulation.now - this.#since;
    this.#since = this.#simulation.now;
    this.#cpu += time * this.#cpuNow;
    this.#memory += time * this.#memoryNow;
    this.#io += time * this.#ioNow;
  }

  #update(): void {
    this.#settle();
    const notIdle = this.#wanting + this.#stalled;
    const threads = notIdle < this.#cpus ? notIdle : this.#cpus;
    this.#cpuNow = this.#withoutCpu < threads ? this.#withoutCpu / threads : this.#withoutCpu > 0 ? 1 : 0;
    this.#memoryNow = this.#forMemory < threads ? this.#forMemory / threads : this.#forMemory > 0 ? 1 : 0;
    this.#ioNow = this.#forIo < threads ? this.#forIo / threads : this.#forIo > 0 ? 1 : 0;
    this.#isCalm = this.#withoutCpu === 0 && this.#stalled === 0;
  }
}
