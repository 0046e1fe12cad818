export interface PlacementPolicy {
    /** Number of the host, of `hosts`, for all that `tenant` has. */
    hostOf(tenant: number, hosts: number): number;
    readonly description: string;
}
export declare const PLACEMENT_POLICIES: {
    readonly spread: PlacementPolicy;
};
export type PlacementChoice = keyof typeof PLACEMENT_POLICIES;
