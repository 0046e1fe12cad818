/** Rows of stacked bars with headings between them, laid out by hand: what is where doesn't depend on anything but the data. */
import { type Size, type Spec } from "./chart.ts";
export interface Segment {
    readonly label: string;
    /** Property of its colour, e.g. "--part-running". */
    readonly property: string;
    readonly from: number;
    readonly to: number;
}
export interface Row {
    /** Starts a group: printed above the row, the narrow form where there is little room. */
    readonly heading?: Readonly<Record<Size["name"], string>>;
    /** To the left of the bar. */
    readonly label: string;
    readonly segments: readonly Segment[];
    /** To the right of the bar. */
    readonly total: string;
}
/** A vertical line across all rows, e.g. the host's memory. */
export interface Mark {
    readonly at: number;
    readonly label: string;
    readonly property: string;
}
export interface Stack {
    readonly rows: readonly Row[];
    readonly marks: readonly Mark[];
    readonly most: number;
    readonly ticks: readonly {
        readonly at: number;
        readonly label: string;
    }[];
}
/** One bar's segments from the parts of a whole, in their order; parts of nothing are left out. */
export declare function stack(parts: readonly {
    readonly label: string;
    readonly property: string;
    readonly size: number;
}[]): readonly Segment[];
/** "Containers, 87 tenants (at the line): 3.4 GiB"; the narrow form is shorter, and no name is too long for it. */
export declare function headingOf(deployment: string, tenants: number, where: "at" | "beyond", amount?: string): Readonly<Record<Size["name"], string>>;
export declare function stackSpec({ rows, marks, most, ticks }: Stack, size: Size): Spec;
