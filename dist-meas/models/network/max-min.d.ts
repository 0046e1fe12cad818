/**
 * Max-min fair rates of flows over links: nobody's rate can be raised but by lowering that of somebody who has no more. Found by progressive
 * filling: all rates rise together until a link is full or a flow is at its limit; those stop, the others go on rising.
 * Source: Bertsekas and Gallager, Data Networks, 2nd edition, 6.5.2.
 */
export declare class MaxMin {
    /** By path: flows on it now, their limit each, and the result: their rate each. */
    readonly flows: Float64Array;
    readonly limit: Float64Array;
    readonly rate: Float64Array;
    private readonly capacity;
    private readonly links;
    private readonly isFixed;
    private readonly left;
    /** Flows on a link that still rise. */
    private readonly rising;
    /** `capacity` by link; `links` by path, numbers of the links that it takes; `limit` of one flow by path. In one unit of rate. */
    constructor(capacity: readonly number[], links: readonly (readonly number[])[], limit: readonly number[]);
    /** Finds the rates for the present numbers of flows; O(links x paths) for each path that is on. */
    solve(): void;
    /** All flows take the same path. */
    private solveFor;
    private fill;
    private fix;
}
