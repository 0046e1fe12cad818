/** How long a platform keeps an instance that has nothing to do: policies by the name that a scenario gives them. */
import type { Nanoseconds } from "../../../../engine/index.ts";
import { fixedKeepAlive } from "./fixed.ts";

/** One service's, with whatever it remembers. */
export interface KeepAlive {
  /** An invocation has come. */
  invoked(now: Nanoseconds): void;
  /** How long an instance that is idle from now on stays [ns]; Infinity: until it is evicted. */
  idleTime(now: Nanoseconds): Nanoseconds;
}

export interface KeepAlivePolicy<Spec> {
  create(spec: Spec): KeepAlive;
  /** Longest time that an instance stays idle [s]. */
  longest(spec: Spec): number;
  /** In words, with its parameters. */
  describe(spec: Spec): string;
}

const POLICIES = {
  fixed: fixedKeepAlive,
} as const;

export type KeepAliveSpec = {
  [Name in keyof typeof POLICIES]: (typeof POLICIES)[Name] extends KeepAlivePolicy<infer Spec> ? Spec : never;
}[keyof typeof POLICIES];

/** The policy that `spec` names. */
export const keepAlivePolicy = (spec: KeepAliveSpec): KeepAlivePolicy<KeepAliveSpec> =>
  POLICIES[spec.policy] as KeepAlivePolicy<KeepAliveSpec>;
