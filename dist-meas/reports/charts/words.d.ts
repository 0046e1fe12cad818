/** Words for people for the names that the record uses: short ones for charts, an explanation for legends and tables. */
import type { Component, Failure, MemoryKind } from "../../models/vocabulary.ts";
import type { UTILIZATIONS } from "../../scenarios/study/record.ts";
import type { MemoryGroup } from "./theme.ts";
interface Words {
    readonly short: string;
    readonly meaning: string;
}
export declare const COMPONENT_WORDS: Readonly<Record<Component, Words>>;
export declare const MEMORY_GROUP_WORDS: Readonly<Record<MemoryGroup, Words>>;
export declare const MEMORY_KIND_WORDS: Readonly<Record<MemoryKind, string>>;
export declare const UTILIZATION_WORDS: Readonly<Record<(typeof UTILIZATIONS)[number], string>>;
export declare const FAILURE_WORDS: Readonly<Record<Failure, string>>;
/** After a number of tenants: at the load line, or the first load beyond it. */
export declare const WHERE_WORDS: {
    readonly at: "at the line";
    readonly beyond: "beyond it";
};
export {};
