/** cgroup cpu.max in closed form. Source: Linux, Documentation/scheduler/sched-bwc.rst. */

export interface QuotaUse {
  /** Quota and period [s]. */
  readonly quota: number;
  readonly period: number;
  /** Threads that run side by side, each with `work` [s]. */
  readonly threads: number;
  readonly work: number;
  /** What is left of the quota of the period that the work begins in, and the time left of that period [s]. Default: all. */
  readonly quotaLeft?: number;
  readonly periodLeft?: number;
}

/**
 * Time from the beginning of the work to its end [s] of k threads that begin together on CPUs of their own: they burn k seconds of quota a second,
 * wait for the end of the period once it is used up, and finish in the period in which the rest fits. Holds if k threads use up
 * what they may before the period ends.
 */
export function quotaResponse({ quota, period, threads, work, quotaLeft = quota, periodLeft = period }: QuotaUse): number {
  const rest = threads * work - quotaLeft;
  if (rest <= 0) return work;
  const fullPeriods = Math.ceil(rest / quota - 1e-9) - 1;
  return periodLeft + fullPeriods * period + (rest - fullPeriods * quota) / threads;
}
