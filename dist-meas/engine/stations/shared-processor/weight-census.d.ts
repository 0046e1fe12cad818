import { SavedFields } from "../../kernel/saved-fields.ts";
/** How many jobs there are of each weight, when not all have the same. */
export declare class WeightCensus extends SavedFields {
    /** Distinct weights, ascending. */
    private weights;
    private counts;
    get kinds(): number;
    get heaviest(): number;
    add(weight: number, count: number): void;
    /** Takes one out; it must be there. */
    remove(weight: number): void;
    /** First place whose weight is at least `weight`. */
    private find;
}
