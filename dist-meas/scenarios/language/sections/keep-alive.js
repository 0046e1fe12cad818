import { time } from "../text/fields.js";
import { nested } from "../text/tables.js";
import { variants } from "../text/variants.js";
const longest = { max: "2400 h" };
/** By their names. */
const POLICIES = {
    fixed: nested("Always the same time.", {
        time: time({ about: "An instance that is idle for this long is removed.", example: "10 min", ...longest }),
    }),
};
export const keepAliveField = variants("policy", POLICIES, "fixed", {
    about: "An instance that is idle for this long is removed; or the policy that decides how long.",
    example: "10 min",
});
