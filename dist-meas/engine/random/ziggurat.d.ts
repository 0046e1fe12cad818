export interface ZigguratTables {
    /** Where the tail begins: right edge of layer 1. Layer 0 beyond it stands for the tail. */
    readonly tail: number;
    /** width[i] = right edge of layer i divided by `steps`. */
    readonly width: Float64Array;
    /** A position below inner[i] lies under the curve for certain: right edge of the layer above over that of layer i, times `steps`. */
    readonly inner: Float64Array;
    /** height[i] = density at the right edge of layer i, so that layer i > 0 lies between height[i] and height[i + 1]. */
    readonly height: Float64Array;
}
/** e^-x over 2^24 positions a layer: 8 bits of a 32-bit draw choose the layer, 24 the position. */
export declare const exponentialZiggurat: ZigguratTables;
/** e^(-x²/2) over 2^23 positions a layer: the remaining bit is the sign. */
export declare const normalZiggurat: ZigguratTables;
