/** Who waits for frames: page faults, and segments that are being filled. Faults come first; fills take turns. Records are used again. */
import type { HandlerId } from "../../../engine/index.ts";
import { Deque } from "../../../engine/stations/deque.ts";
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
  /** Those that wait; while they are being served also those that need nothing more. */
  length = 0;
  readonly #faults = new Deque<FrameRequest>();
  readonly #fills = new Deque<FrameRequest>();
  readonly #spare: FrameRequest[] = [];
  readonly #triedInVain: FrameRequest[] = [];

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
    this.length++;
  }

  /** Its record may be used for another. */
  release(request: FrameRequest): void {
    this.#spare.push(request);
  }

  /**
   * Lets `serve` try each once, first come first served, as long as `isWorthwhile`: thousands may wait for a few frames. Those that it serves are gone;
   * of the fills the first goes to the end.
   */
  serve(serve: (request: FrameRequest) => boolean, isWorthwhile: () => boolean): void {
    this.#pass(this.#faults, serve, isWorthwhile);
    this.#pass(this.#fills, serve, isWorthwhile);
    if (this.#fills.length > 1) this.#fills.push(this.#fills.shift());
  }

  /** Who has waited longest, faults first; somebody must wait. */
  get first(): FrameRequest {
    return (this.#faults.length > 0 ? this.#faults : this.#fills).at(0);
  }

  /** Some request for which `condition` holds. */
  find(condition: (request: FrameRequest) => boolean): FrameRequest | undefined {
    return findIn(this.#faults, condition) ?? findIn(this.#fills, condition);
  }

  #pass(line: Deque<FrameRequest>, serve: (request: FrameRequest) => boolean, isWorthwhile: () => boolean): void {
    const inVain = this.#triedInVain;
    let served = 0;
    for (let left = line.length; left > 0 && isWorthwhile(); left--) {
      const request = line.shift();
      if (serve(request)) {
        this.release(request);
        served++;
      } else inVain.push(request);
    }
    for (let request = inVain.pop(); request !== undefined; request = inVain.pop()) line.unshift(request);
    this.length -= served;
  }
}

function findIn(line: Deque<FrameRequest>, condition: (request: FrameRequest) => boolean): FrameRequest | undefined {
  for (let index = 0; index < line.length; index++) if (condition(line.at(index))) return line.at(index);
  return undefined;
}
