import { fixedKeepAlive } from "./fixed.js";
const POLICIES = {
    fixed: fixedKeepAlive,
};
/** The policy that `spec` names. */
export const keepAlivePolicy = (spec) => POLICIES[spec.policy];
