/**
 * The pages that an instance's requests refer to, one after the other: its application's in the scenario's access pattern, those of guest, runtime and
 * monitor uniformly, all at the same density. Nothing is allocated for a reference.
 *
 * In a virtual machine that pages by itself a reference goes through two levels: the guest has to have the page in a frame, and the host the memory
 * that this frame is made of.
 */
import { nanoseconds, type RandomStream, sampler } from "../../../engine/index.ts";
import type { Memory } from "./memory.ts";
import { type HotArea, type MissingPage, noMissingPage } from "./references.ts";
import type { SegmentId } from "./segment.ts";

/** Which pages of its working set an application refers to. */
export type AccessSpec =
  | { readonly kind: "uniform" }
  /** The k-th most popular page with probability proportional to k^-exponent; neighbours in popularity are not neighbours in memory. */
  | { readonly kind: "zipf"; readonly exponent: number }
  /** One page after the other, and around again. */
  | { readonly kind: "scan" }
  /** Uniform; every `every` s the working set moves on by `share` of itself through code and heap. */
  | { readonly kind: "phases"; readonly every: number; readonly share: number };

/** Neighbours in popularity lie so many pages apart, as a share of the working set: the golden section spreads them best. */
const SPREAD = 0.6180339887498949;

/** Of an application that says nothing of its pattern. */
export const UNIFORM_ACCESS: AccessSpec = { kind: "uniform" };

export interface AccessPatternOptions {
  readonly areas: readonly HotArea[];
  readonly access: AccessSpec;
  /** Pages of the working set [1]; less than the areas have only in phases. */
  readonly workingSet: number;
  /** Probability that a reference to a writable page writes [1]. */
  readonly writeShare: number;
  readonly stream: RandomStream;
  /** Memory of the host; of the guest, if that pages by itself; and the first page in the host of what is the guest's memory. */
  readonly host: Memory;
  readonly guest?: { readonly memory: Memory; readonly ram: SegmentId } | undefined;
}

export class AccessPattern {
  readonly #missing = noMissingPage();
  readonly #options: AccessPatternOptions;
  /** Areas that are used uniformly, then the application's; pages of either. */
  readonly #areas: readonly HotArea[];
  readonly #others: number;
  readonly #application: number;
  /** Pages that are drawn from at any time. */
  readonly #total: number;
  readonly #isUniform: boolean;
  readonly #rank: () => number;
  readonly #stride: number;
  #cursor = 0;
  readonly #every: number;
  readonly #step: number;
  readonly #phase: number;
  readonly #firstHostPage: number;

  constructor(options: AccessPatternOptions) {
    const { areas, access, workingSet, stream, guest, host } = options;
    const pages = (of: readonly HotArea[]): number => of.reduce((sum, { count }) => sum + count, 0);
    const patterned = areas.filter((area) => area.patterned);
    const others = areas.filter((area) => !area.patterned);
    this.#options = options;
    this.#isUniform = access.kind === "uniform" && guest === undefined;
    this.#areas = this.#isUniform ? areas : [...others, ...patterned];
    this.#others = pages(others);
    this.#application = pages(patterned);
    const isPhased = access.kind === "phases";
    this.#total = this.#others + (isPhased ? Math.min(workingSet, this.#application) : this.#application);
    this.#rank =
      access.kind === "zipf" ? sampler({ kind: "zipf", exponent: access.exponent, n: Math.max(1, this.#application) }, stream) : () => 0;
    this.#stride = strideFor(this.#application);
    this.#every = isPhased ? nanoseconds(access.every) : Number.POSITIVE_INFINITY;
    this.#step = isPhased ? Math.max(1, Math.round(access.share * workingSet)) : 0;
    this.#phase = isPhased ? stream.next() : 0;
    this.#firstHostPage = guest === undefined ? 0 : host.firstPage(guest.ram);
  }

  /** References for `pages` of the application's working set: the others come at the same density. */
  scaled(pages: number): number {
    return Math.round((pages * this.#total) / Math.max(1, this.#total - this.#others));
  }

  /** Refers to `count` pages. Returns the page at which that ended because it is missing. */
  refer(count: number, now: number): MissingPage | undefined {
    if (!this.#isUniform) return this.#referInPattern(count, now);
    const { host, writeShare, stream } = this.#options;
    return host.touchUniformly(this.#areas, this.#total, count, writeShare, stream);
  }

  #referInPattern(count: number, now: number): MissingPage | undefined {
    const { writeShare, stream, access } = this.#options;
    const window = this.#step === 0 ? 0 : this.#windowAt(now);
    for (let left = count; left > 0; left--) {
      let position = stream.next() * this.#total;
      let index = Math.floor(position);
      if (index >= this.#others) {
        const inSet = index - this.#others;
        if (access.kind === "zipf") index = this.#others + (((this.#rank() - 1) * this.#stride) % this.#application);
        else if (access.kind === "scan") {
          index = this.#others + this.#cursor;
          this.#cursor = this.#cursor + 1 < this.#application ? this.#cursor + 1 : 0;
        } else if (access.kind === "phases") index = this.#others + ((window + inSet) % this.#application);
        if (access.kind === "zipf") position = index + stream.next();
      }
      const missing = this.#referTo(index, position - Math.floor(position) < writeShare, left - 1);
      if (missing !== undefined) return missing;
    }
    return undefined;
  }

  /** Pages of all areas: in phases more than are drawn from at one time. */
  get pages(): number {
    return this.#others + this.#application;
  }

  /**
   * Refers to the last `count` of all pages, one after the other, each once: what has been in use for long is in the order of its last use. In phases
   * the pages of the present one come last.
   */
  sweep(count: number, now: number): MissingPage | undefined {
    const { stream, writeShare } = this.#options;
    const others = this.#others;
    const after = this.#step === 0 ? 0 : this.#windowAt(now) + this.#total - others;
    for (let left = count; left > 0; left--) {
      const place = this.pages - left;
      const index = place < others ? place : others + ((after + place - others) % this.#application);
      const missing = this.#referTo(index, stream.next() < writeShare, left - 1);
      if (missing !== undefined) return missing;
    }
    return undefined;
  }

  /** Where the working set of a phase begins in the application's pages. */
  #windowAt(now: number): number {
    return (Math.floor(now / this.#every + this.#phase) * this.#step) % this.#application;
  }

  /** Refers to one page of all areas. */
  #referTo(index: number, write: boolean, left: number): MissingPage | undefined {
    const { host, guest } = this.#options;
    let place = 0;
    let area = this.#areas[0];
    let offset = index;
    while (offset >= area.count) {
      offset -= area.count;
      area = this.#areas[++place];
    }
    const page = area.first + offset;
    const isWritten = write && area.writable;
    if (!area.inGuest || guest === undefined) {
      return host.touch(page, isWritten) ? undefined : this.#miss(area.segment, page, isWritten, area.shared, false, left);
    }
    if (!guest.memory.touch(page, isWritten)) return this.#miss(area.segment, page, isWritten, false, true, left);
    const below = this.#firstHostPage + guest.memory.frameOf(page);
    return host.touch(below, isWritten) ? undefined : this.#miss(guest.ram, below, isWritten, false, false, left);
  }

  #miss(segment: SegmentId, page: number, write: boolean, shared: boolean, inGuest: boolean, left: number): MissingPage {
    const missing = this.#missing;
    missing.segment = segment;
    missing.page = page;
    missing.write = write;
    missing.shared = shared;
    missing.inGuest = inGuest;
    missing.left = left;
    return missing;
  }
}

/** A number without a common divisor with `pages`, near the golden section of it: its multiples visit every page once. */
function strideFor(pages: number): number {
  let stride = Math.max(1, Math.round(pages * SPREAD));
  while (commonDivisor(stride, pages) !== 1) stride++;
  return stride;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
