/**
 * Who asks for frames gets them, at once or after waiting: faults before fills, first come first served (frame-requests.ts). Each time frames have
 * become free those that wait are asked, and afterwards reclaim keeps some free for the next. Who is stuck has somebody killed (out-of-memory.ts).
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import { type FrameRequest, FrameRequests } from "./frame-requests.ts";
import type { OutOfMemory } from "./out-of-memory.ts";
import type { Pages } from "./pages.ts";
import type { SegmentId, SegmentTable } from "./segment.ts";

const always = (): boolean => true;

export class FrameAllocator {
  readonly waiting = new FrameRequests();
  /** How pages are kept just now. */
  pages: Pages;
  /** Set before the first request: it is made after the pages that it needs. */
  outOfMemory!: OutOfMemory;
  readonly #simulation: Simulation;
  readonly #segments: SegmentTable;
  readonly #serveOne = (request: FrameRequest): boolean => this.#serve(request);
  readonly #mayServe = (): boolean => this.pages.mayServe();

  constructor(simulation: Simulation, segments: SegmentTable, pages: Pages) {
    this.pages = pages;
    this.#simulation = simulation;
    this.#segments = segments;
  }

  /** A frame for `page`, which was in `place`; or -1: frames for every page of the segment without a place. Then `done(arg)`. */
  request(segment: SegmentId, done: HandlerId, arg: number, page: number, place: number, wanted: number): void {
    const { waiting } = this;
    const request = waiting.create(segment, done, arg, page, place, wanted);
    if (waiting.length === 0 && this.#serve(request)) waiting.release(request);
    else {
      waiting.push(request);
      if (waiting.length > 1) this.ask(this.pages.needsNoFrame(request));
    }
    this.#keepFramesFree();
  }

  /** Asks those that wait: `all` of them, or only as long as there is something to give. */
  ask(all: boolean): void {
    if (this.waiting.length > 0) this.waiting.serve(this.#serveOne, all ? always : this.#mayServe);
  }

  /** Frames may be free: those that wait go on. `all` are asked if some may have nothing to wait for any more. */
  serveWaiting(all = false): void {
    this.ask(all);
    this.#keepFramesFree();
  }

  /** True when the request needs nothing more from here. */
  #serve(request: FrameRequest): boolean {
    if (request.page >= 0) return this.pages.serveFault(request);
    const segments = this.#segments;
    const segment = segments.all[request.segment];
    if (segment.alive) {
      if (!this.pages.fill(request, this.waiting.length <= 1)) return false;
      segment.filled = true;
      this.#simulation.after(0, request.done, request.arg);
    }
    segments.endPending(request.segment);
    return true;
  }

  /** Keeps frames free, and room in the groups that somebody waits for. */
  #keepFramesFree(): void {
    this.pages.reclaim(this.waiting);
    this.outOfMemory.look();
  }
}
