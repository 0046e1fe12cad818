import { grown } from "../kernel/grown.ts";
import { SavedFields } from "../kernel/saved-fields.ts";

/** Observations in the order they were made, kept without boxing; for warm-up detection and batch means. */
export class Series extends SavedFields {
  private buffer = new Float64Array(64);
  private size = 0;

  get length(): number {
    return this.size;
  }

  add(x: number): void {
    if (this.size === this.buffer.length) this.buffer = grown(this.buffer, 2 * this.size);
    this.buffer[this.size++] = x;
  }

  /** All observations so far: a view, valid until the next `add`. */
  values(): Float64Array {
    return this.buffer.subarray(0, this.size);
  }

  reset(): void {
    this.size = 0;
  }
}
