// Transcendental functions whose results have the same bits everywhere. JavaScript leaves Math.log, Math.exp and the like to the
// implementation, and `**` differs between versions of one engine; these are FreeBSD msun and Cephes ports by the stdlib authors that
// use only additions, multiplications, divisions and bit patterns (a test reads their sources to make sure).
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
export const portable = { ln, exp, pow, log1p, expm1, sin, cos, gammaln, erfcinv };
