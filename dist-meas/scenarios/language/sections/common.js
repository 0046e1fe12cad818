import { quantity } from "../text/fields.js";
import { formatQuantity } from "../text/quantities.js";
export const speed = (about) => quantity("speed", {
    about,
    min: "1 points",
    max: "100000 points",
    because: "no core that computes is slower, none faster",
    example: "289 points",
});
export const small = { max: "10 s", because: "costs of single operations lie far below" };
export const capacity = { max: "1024 TiB", because: "no single machine has more" };
/** Of times between two things that happen in a run. */
export const longestGap = { max: "2400 h", because: "that is the longest run" };
/** Of one computation of a request. */
export const longestWork = { max: "1 h", because: "a request is not a batch job" };
/** A part must not exceed its whole. */
export function notAbove(path, part, whole, what, into) {
    if (part <= whole)
        return;
    const limit = formatQuantity(whole, "size");
    into.error(path, {
        message: `${formatQuantity(part, "size")} is more than ${what}`,
        expected: `at most ${limit}`,
        fix: `write "${limit}" or less`,
    });
}
const MIB = 1024 * 1024;
export const mib = (bytes) => `${Math.round((bytes / MIB) * 10) / 10} MiB`;
/** A size that people would write, and no less than `bytes`. */
export const roundUp = (bytes) => `${Math.ceil(bytes / MIB / 8) * 8} MiB`;
