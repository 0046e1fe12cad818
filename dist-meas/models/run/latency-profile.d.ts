/** Plain data for transport: buckets that are not empty, `WIDTH` numbers each. */
export interface ProfileData {
    readonly buckets: Int32Array;
    readonly sums: Float64Array;
}
export declare class LatencyProfile {
    #private;
    /** Adds one request: its parts [ns] begin at `offset` and sum to its response time. */
    add(response: number, parts: Float64Array, offset: number): void;
    merge(data: ProfileData): void;
    toData(): ProfileData;
    /** Requests added. */
    get count(): number;
    /** Mean of each component [ns] over the slowest `share` of requests (1 for all). The bucket at the border counts in part. Empty: NaN. */
    meanOfSlowest(share: number): number[];
}
