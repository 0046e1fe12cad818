/** What several sections have in common: bounds, and sizes in messages. */
import type { Path } from "../text/document.ts";
import { quantity } from "../text/fields.ts";
import { formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";

export const speed = (about: string) =>
  quantity("speed", {
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
export function notAbove(path: Path, part: number, whole: number, what: string, into: Compilation): void {
  if (part <= whole) return;
  const limit = formatQuantity(whole, "size");
  into.error(path, {
    message: `${formatQuantity(part, "size")} is more than ${what}`,
    expected: `at most ${limit}`,
    fix: `write "${limit}" or less`,
  });
}

const MIB = 1024 * 1024;
export const mib = (bytes: number): string => `${Math.round((bytes / MIB) * 10) / 10} MiB`;
/** A size that people would write, and no less than `bytes`. */
export const roundUp = (bytes: number): string => `${Math.ceil(bytes / MIB / 8) * 8} MiB`;
