/** Regularized incomplete beta function I_x(a, b), with y = 1 - x given so that it can't cancel. Continued fraction, modified Lentz method. */
export declare function incompleteBeta(x: number, y: number, a: number, b: number): number;
