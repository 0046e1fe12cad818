import erfcinv from "@stdlib/math-base-special-erfcinv";
import cos from "@stdlib/math-base-special-cos";
import exp from "@stdlib/math-base-special-exp";
import expm1 from "@stdlib/math-base-special-expm1";
import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";
import log1p from "@stdlib/math-base-special-log1p";
import pow from "@stdlib/math-base-special-pow";
import sin from "@stdlib/math-base-special-sin";
/** The only transcendental functions of engine and models. Angles in radians; `ln` is the natural logarithm, `gammaln` that of |Γ|. */
export declare const portable: {
    readonly ln: typeof ln;
    readonly exp: typeof exp;
    readonly pow: typeof pow;
    readonly log1p: typeof log1p;
    readonly expm1: typeof expm1;
    readonly sin: typeof sin;
    readonly cos: typeof cos;
    readonly gammaln: typeof gammaln;
    readonly erfcinv: typeof erfcinv;
};
