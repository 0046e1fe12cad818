/** What several sections have in common: bounds, and sizes in messages. */
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const speed: (about: string) => import("../text/fields.ts").Field<number>;
export declare const small: {
    max: string;
    because: string;
};
export declare const capacity: {
    max: string;
    because: string;
};
/** Of times between two things that happen in a run. */
export declare const longestGap: {
    max: string;
    because: string;
};
/** Of one computation of a request. */
export declare const longestWork: {
    max: string;
    because: string;
};
/** A part must not exceed its whole. */
export declare function notAbove(path: Path, part: number, whole: number, what: string, into: Compilation): void;
export declare const mib: (bytes: number) => string;
/** A size that people would write, and no less than `bytes`. */
export declare const roundUp: (bytes: number) => string;
