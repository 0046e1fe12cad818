/**
 * Brings memory to where it is when a host has run for long, before the doors open. After a start all pages have been filled in the order of the
 * starts and nobody has used any: part of the working sets lies on swap, beside memory that nobody will ever use, and requests would need minutes to
 * sort that out.
 *
 *     sweep:   what each application ever refers to, each page once and those that are used least often first: the order of last use
 *     rounds:  the references of requests, as many of each application as they come, until a round needs no device, or each page's turn
 *              has come five times
 *
 * Only references are made, through the same page tables, reclaim and devices as those of requests: no request arrives, computes or is counted.
 * Simulators of processors call this functional warming (Wunderlich et al., SMARTS, ISCA 2003). What it leaves undone shows as a drift in the run,
 * which is tested for.
 */
import { type HandlerId, type Nanoseconds, nanoseconds, type Simulation, type Station, sumOf } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import { type Instance, READY } from "../instance/instance.ts";
import type { Memory } from "../os/memory/memory.ts";
import { pagesOfAccess, PageUse } from "../request/page-use.ts";
import { BUFFERED_READ, BUFFERED_WRITE, TOUCH } from "../request/program.ts";
import { IN_FAULT, ON_CPU, RequestTable } from "../request/request-table.ts";
import type { Service } from "../service/service.ts";
import { meanRate } from "../workload/spec.ts";

/** It takes no longer than this [s]: a host whose working sets do not fit is never done. */
const LIMIT = 3600;

/** Rounds of references after the sweep, which end early when one of them needs no device. */
const ROUNDS = 25;

/** References in all rounds: so often each page's turn comes, where that is not more than `MOST_TURNS` of all pages together. */
const TURNS = 5;
const MOST_TURNS = 8;

/** Faults with a device, by page frames of the host: one for each frame brings in any working set that fits. */
const MOST_FAULTS = 1;

/** Data files are read in pieces of so many pages. */
const PIECE = 32;

/** Refers to pages as the requests of one service do. */
interface Walker {
  readonly service: Service;
  /** Requests [1/s]. */
  readonly rate: number;
  /** Pages of memory and of data files that it refers to, and how many of them a request. */
  readonly uses: readonly { readonly pages: number; readonly references: number }[];
  instance: Instance | undefined;
  row: number;
  /** What it does next: sweeps memory, then data files from piece `piece` on; or the steps of `left` requests. */
  stage: "memory" | "data" | "requests";
  piece: number;
  left: number;
  /** Part of a request that it is due [1]. */
  due: number;
}

export class Settling {
  isDone = false;
  readonly #simulation: Simulation;
  readonly #memories: readonly Memory[];
  readonly #devices: readonly Station[];
  /** One row for each walker on its way. */
  readonly #rows = new RequestTable(0);
  readonly #pages: PageUse;
  readonly #byRow: (Walker | undefined)[] = [];
  readonly #walkers: readonly Walker[];
  readonly #next: HandlerId;
  /** Of the data files of one instance, so many pages are swept at most: more than its share of memory. */
  readonly #dataPages: number;
  /** Walkers on their way; when there is none the next part begins. */
  #active = 0;
  /** Parts: the sweep of each application, then the rounds. */
  readonly #sweeps: Walker[][];
  #round = 0;
  #faults = 0;
  readonly #begunWith: number;
  #roundLength = 0;

  /** `services` are ready on these hosts. */
  constructor(simulation: Simulation, services: readonly Service[], hosts: readonly Host[]) {
    const memories = hosts.map(({ memory }) => memory);
    this.#simulation = simulation;
    this.#memories = memories;
    this.#devices = hosts.flatMap(({ disk, swapDisk }) => [disk.queue, ...(swapDisk === undefined ? [] : [swapDisk.queue])]);
    const pageIn = simulation.on("settling: page in memory", (row) => this.#goOn(row, true));
    const admitted = simulation.on("settling: may write on", (row) => this.#goOn(row, false));
    this.#pages = new PageUse(simulation, this.#rows, pageIn, admitted);
    this.#next = simulation.on("settling: next part", () => this.#beginPart());
    const frames = memories.reduce((sum, { total }) => sum + total, 0);
    this.#dataPages = Math.ceil((2 * frames) / Math.max(1, services.length));
    this.#walkers = services.flatMap((service) => {
      const instance = service.oldest();
      return instance === undefined ? [] : [walkerOf(service, instance, this.#dataPages)];
    });
    this.#sweeps = sweepsOf(this.#walkers);
    this.#begunWith = this.#majorFaults();
    this.#faults = this.#begunWith;
  }

  /** Begins, and runs the simulation until it is done or given up. */
  run(): void {
    if (!this.#memories.some(({ pressured }) => pressured)) return;
    const { now } = this.#simulation;
    this.#beginPart();
    if (!this.isDone) this.#simulation.run(now + nanoseconds(LIMIT));
    this.isDone = true;
    for (const walker of this.#walkers) this.#leave(walker);
    this.#drain(now + nanoseconds(LIMIT));
  }

  /** What reclaim has put off to the disks is written, or requests would find them busy with the start. */
  #drain(until: Nanoseconds): void {
    const isBusy = (): boolean => this.#devices.some((device) => device.counters().inStation > 0);
    while (isBusy() && this.#simulation.now < until) this.#simulation.run(this.#simulation.now + nanoseconds(1));
  }

  /** An instance has to go, for lack of memory: there is no state to settle in. */
  giveUp(): void {
    if (!this.isDone) this.#finish();
  }

  #beginPart(): void {
    if (this.isDone) return;
    const group = this.#sweeps.shift();
    if (group !== undefined) return this.#send(group, "memory");
    const faults = this.#majorFaults();
    const isQuiet = this.#round > 0 && faults === this.#faults;
    const isTooMuch = faults - this.#begunWith > MOST_FAULTS * this.#memories.reduce((sum, { total }) => sum + total, 0);
    if (this.#round === ROUNDS || isQuiet || isTooMuch) return this.#finish();
    this.#faults = faults;
    if (this.#round++ === 0) this.#roundLength = this.#lengthOfRounds() / ROUNDS;
    for (const walker of this.#walkers) {
      walker.due += walker.rate * this.#roundLength;
      walker.left = Math.floor(walker.due);
      walker.due -= walker.left;
    }
    this.#send(this.#walkers, "requests");
  }

  #send(walkers: readonly Walker[], stage: Walker["stage"]): void {
    this.#active = 1; // until all are on their way
    for (const walker of walkers) {
      const instance = walker.service.oldest();
      if (instance?.state !== READY) continue;
      this.#active++;
      walker.instance = instance;
      walker.stage = stage;
      walker.piece = 0;
      walker.row = this.#rows.allocate(walker.service.context.id, this.#simulation.now);
      this.#byRow[walker.row] = walker;
      this.#pages.begin(walker.row);
      this.#rows.phase[walker.row] = ON_CPU;
      this.#walk(walker, instance);
    }
    this.#arrived();
  }

  #finish(): void {
    this.isDone = true;
    this.#simulation.stop();
  }

  #arrived(): void {
    if (--this.#active === 0) this.#simulation.after(0, this.#next, 0);
  }

  #majorFaults(): number {
    return this.#memories.reduce((sum, { majorFaults }) => sum + majorFaults, 0);
  }

  /** Time that the references of all rounds would take [s]. */
  #lengthOfRounds(): number {
    const perSecond = this.#walkers.reduce((sum, { rate, uses }) => sum + rate * sumOf(uses, ({ references }) => references), 0);
    if (perSecond === 0) return 0;
    const pages = this.#walkers.reduce((total, { uses }) => total + sumOf(uses, (use) => use.pages), 0);
    return Math.min(TURNS * Math.max(...this.#walkers.map(turnOf)), (MOST_TURNS * pages) / perSecond);
  }

  /** What the walker in `row` waited for has come. */
  #goOn(row: number, isPage: boolean): void {
    const walker = this.#byRow[row];
    if (walker?.instance === undefined) return this.#rows.release(row);
    this.#rows.phase[row] = ON_CPU;
    this.#pages.resume(row, walker.instance);
    if (isPage) this.#pages.finishTouch(row, walker.instance);
    this.#walk(walker, walker.instance);
  }

  /** Goes on until a page is missing, or all is done. */
  #walk(walker: Walker, instance: Instance): void {
    if (this.isDone) return;
    const isThrough =
      walker.stage === "requests"
        ? this.#referTo(walker, instance)
        : this.#sweepMemory(walker, instance) && this.#sweepData(walker, instance);
    if (!isThrough) return;
    this.#leave(walker);
    this.#arrived();
  }

  #sweepMemory(walker: Walker, instance: Instance): boolean {
    if (walker.stage === "data") return true;
    if (!this.#pages.sweep(walker.row, instance, walker.service.context)) return false;
    walker.stage = "data";
    return true;
  }

  /** As much of its data files as would fill its share of memory; by popularity, the most popular last. */
  #sweepData(walker: Walker, instance: Instance): boolean {
    const { dataFile } = instance;
    const { app } = walker.service.context;
    if (dataFile === undefined || !app.request.some(({ kind }) => kind === "bufferedRead" || kind === "bufferedWrite")) return true;
    const pieces = Math.ceil(Math.min(dataFile.pages, this.#dataPages) / PIECE);
    const isByPopularity = app.memory.access?.kind === "zipf";
    while (walker.piece < pieces) {
      const first = PIECE * (isByPopularity ? pieces - 1 - walker.piece : walker.piece);
      if (!this.#pages.readData(walker.row, instance, dataFile, first, Math.min(PIECE, dataFile.pages - first))) return false;
      walker.piece++;
    }
    return true;
  }

  /** The steps of requests that refer to pages. */
  #referTo(walker: Walker, instance: Instance): boolean {
    const { row, service } = walker;
    const { context } = service;
    const { operations, amounts } = context.program;
    for (; walker.left > 0; walker.left--) {
      for (; this.#rows.step[row] < operations.length; this.#rows.step[row]++) {
        const step = this.#rows.step[row];
        const operation = operations[step];
        if (operation === TOUCH && !this.#pages.touch(row, instance, amounts[step], context)) return false;
        const isData = operation === BUFFERED_READ || operation === BUFFERED_WRITE;
        if (!isData || this.#pages.useDataFile(row, instance, amounts[step], operation === BUFFERED_WRITE, context)) continue;
        // Waiting to write on, its step is done; waiting for a page, it is not.
        if (this.#rows.phase[row] !== IN_FAULT) this.#rows.step[row]++;
        return false;
      }
      this.#rows.step[row] = 0;
    }
    return true;
  }

  /** Gives its row back; while it waits for something, when that has come. */
  #leave(walker: Walker): void {
    const { row, instance } = walker;
    if (row < 0) return;
    if (instance !== undefined) this.#pages.resume(row, instance);
    walker.row = -1;
    walker.instance = undefined;
    this.#byRow[row] = undefined;
    if (this.#rows.phase[row] === ON_CPU) this.#rows.release(row);
  }
}

function walkerOf(service: Service, { hot, dataFile }: Instance, dataPages: number): Walker {
  const { app } = service.context;
  const all = sumOf(hot, ({ count }) => count);
  const own = sumOf(hot, ({ patterned, count }) => (patterned ? count : 0));
  const touches = sumOf(app.request, (step) => (step.kind === "touch" ? step.pages : 0));
  const accesses = sumOf(app.request, (step) =>
    dataFile !== undefined && (step.kind === "bufferedRead" || step.kind === "bufferedWrite") ? pagesOfAccess(step.size, dataFile) : 0,
  );
  return {
    service,
    rate: meanRate(app),
    uses: [
      { pages: all, references: (touches * all) / Math.max(1, own) },
      { pages: Math.min(dataFile?.pages ?? 0, dataPages), references: accesses },
    ],
    instance: undefined,
    row: -1,
    stage: "memory",
    piece: 0,
    left: 0,
    due: 0,
  };
}

/** Time until each page's turn has come once [s]; 0 if requests refer to none. */
const turnOf = ({ rate, uses }: Walker): number =>
  Math.max(...uses.map(({ pages, references }) => (rate * references === 0 ? 0 : pages / (rate * references))));

/** Those of one application together; the one whose pages are used least often first. */
function sweepsOf(walkers: readonly Walker[]): Walker[][] {
  const byApp = new Map<number, Walker[]>();
  for (const walker of walkers) {
    const { appIndex } = walker.service.context;
    byApp.set(appIndex, [...(byApp.get(appIndex) ?? []), walker]);
  }
  const never = (turn: number): number => (turn === 0 ? Number.POSITIVE_INFINITY : turn);
  return [...byApp.values()].sort(([a], [b]) => (never(turnOf(a)) === never(turnOf(b)) ? 0 : never(turnOf(b)) - never(turnOf(a))));
}
