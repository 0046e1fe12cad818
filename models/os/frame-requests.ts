/** Who waits for frames: page faults, and segments that are being filled. Faults come first; fills take turns. Records are used again. */
import type { HandlerId } from "../../engine/index.ts";
import type { SegmentId } from "./segment.ts";

export interface FrameRequest {
  segment: SegmentId;
  done: HandlerId;
  arg: number;
  /** A page to be brought in, or -1: the segment is filled from `cursor` on. */
  page: number;
  cursor: number;
  /** Where the page was, see segment.ts, and how many pages of a file from it on are wanted; 0: a mapped page. */
  place: number;
  wanted: number;
}

export class FrameRequests {
  readonly #faults: FrameRequest[] = [];
  readonly #fills: FrameRequest[] = [];
  readonly #spare: FrameRequest[] = [];

  get length(): number {
    return this.#faults.length + this.#fills.length;
  }

  create(segment: SegmentId, done: HandlerId, arg: number, page: number, place: number, wanted: number): FrameRequest {
    const request = this.#spare.pop() ?? { segment, done, arg, page, cursor: 0, place, wanted };
    request.segment = segment;
    request.done = done;
    request.arg = arg;
    request.page = page;
    request.cursor = 0;
    request.place = place;
    request.wanted = wanted;
    return request;
  }

  push(request: FrameRequest): void {
    (request.page < 0 ? this.#fills : this.#faults).push(request);
  }

  /** Its record may be used for another. */
  release(request: FrameRequest): void {
    this.#spare.push(request);
  }

  /** Lets `serve` try each once, first come first served; those that it serves are gone, a fill that it does not goes to the end. */
  serve(serve: (request: FrameRequest) => boolean): void {
    this.#pass(this.#faults, serve);
    this.#pass(this.#fills, serve);
    const first = this.#fills.length > 1 ? this.#fills.shift() : undefined;
    if (first !== undefined) this.#fills.push(first);
  }

  /** Some request for which `condition` holds. */
  find(condition: (request: FrameRequest) => boolean): FrameRequest | undefined {
    return this.#faults.find(condition) ?? this.#fills.find(condition);
  }

  #pass(line: FrameRequest[], serve: (request: FrameRequest) => boolean): void {
    let kept = 0;
    const before = line.length;
    for (let index = 0; index < before; index++) {
      const request = line[index];
      if (serve(request)) this.release(request);
      else line[kept++] = request;
    }
    for (let index = before; index < line.length; index++) line[kept++] = line[index];
    line.length = kept;
  }
}
