/** Always the same time. Source: what public clouds are seen to do; Shahrad et al., USENIX ATC 2020, section 2. */
import { nanoseconds } from "../../../../engine/index.ts";
import type { KeepAlivePolicy } from "./keep-alive.ts";

export interface FixedKeepAlive {
  readonly policy: "fixed";
  /** [s] */
  readonly time: number;
}

export const fixed = (time: number): FixedKeepAlive => ({ policy: "fixed", time });

export const fixedKeepAlive: KeepAlivePolicy<FixedKeepAlive> = {
  create({ time }) {
    const idleTime = nanoseconds(time);
    return { invoked: () => {}, idleTime: () => idleTime };
  },
  longest: ({ time }) => time,
  describe: ({ time }) => `an instance that has been idle for ${time} s is removed`,
};
