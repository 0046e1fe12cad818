/** Frames that hold pages of files, as a list without gaps with a clock hand of its own: what can go when there is no swap. */
export class FilePages {
  readonly #frames: Int32Array;
  /** Place of each frame in the list. */
  readonly #place: Int32Array;
  #hand = -1;
  length = 0;

  /** `total` frames of the host. */
  constructor(total: number) {
    this.#frames = new Int32Array(total);
    this.#place = new Int32Array(total);
  }

  add(frame: number): void {
    this.#place[frame] = this.length;
    this.#frames[this.length++] = frame;
  }

  /** The last of the list takes the place of the one that goes. */
  remove(frame: number): void {
    const last = this.#frames[--this.length];
    this.#frames[this.#place[frame]] = last;
    this.#place[last] = this.#place[frame];
  }

  /** The next frame under the hand; the list must not be empty. */
  advance(): number {
    this.#hand = this.#hand + 1 >= this.length ? 0 : this.#hand + 1;
    return this.#frames[this.#hand];
  }
}
