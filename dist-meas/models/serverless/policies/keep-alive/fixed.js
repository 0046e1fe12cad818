/** Always the same time. Source: what public clouds are seen to do; Shahrad et al., USENIX ATC 2020, section 2. */
import { nanoseconds } from "../../../../engine/index.js";
export const fixed = (time) => ({ policy: "fixed", time });
export const fixedKeepAlive = {
    create({ time }) {
        const idleTime = nanoseconds(time);
        return { invoked: () => { }, idleTime: () => idleTime };
    },
    describe: ({ time }) => `an instance that has been idle for ${time} s is removed`,
};
