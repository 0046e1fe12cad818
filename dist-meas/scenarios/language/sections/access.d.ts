/** Access patterns: which pages of its working set an application refers to. */
import type { AccessSpec } from "../../../models/index.ts";
export declare const accessField: import("../text/fields.ts").Field<AccessSpec>;
