/** Which of the items the references go to. */
export type Popularity = {
    readonly kind: "uniform";
}
/** The k-th most popular of n items with probability proportional to k^-exponent. */
 | {
    readonly kind: "zipf";
    readonly exponent: number;
}
/** One item after the other, and around again. */
 | {
    readonly kind: "scan";
};
export declare const UNIFORM: Popularity;
/**
 * Share of references that hit [1]. `items` need not be whole; an empty cache never hits, one that holds all items always does. `run`: references in
 * a row that a scan makes to one item before it goes on to the next.
 */
export declare function lruHitRatio(popularity: Popularity, capacity: number, items: number, run?: number): number;
/** Items of about the same popularity: how many, and the probability of each. */
export interface ItemClass {
    readonly count: number;
    readonly probability: number;
}
/** All items by popularity; those of a scan are used equally often. */
export declare function classesOf(popularity: Popularity, items: number): ItemClass[];
/**
 * Che's approximation: in an LRU cache every item stays for the same number of references t after its last use, found from
 * sum(1 - e^(-p t)) = capacity; its hit ratio is 1 - e^(-p t). `streams`: items of each kind of reference, all kinds being as frequent.
 * Infinity if everything fits. Source: Che, Tung, Wang, IEEE JSAC 20(7), 2002; error below one percentage point under Zipf (Fricker, Robert,
 * Roberts, ITC 2012).
 */
export declare function cheTime(streams: readonly (readonly ItemClass[])[], capacity: number): number;
export declare function cheHitRatio(items: readonly ItemClass[], time: number): number;
