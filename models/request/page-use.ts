/** The pages that requests refer to: of memory by the application's access pattern, and of data files through the page cache. */
import { type HandlerId, sampler, type Simulation } from "../../engine/index.ts";
import type { Instance } from "../instance/instance.ts";
import { FOR_IO, FOR_MEMORY } from "../os/cpu/pressure.ts";
import type { DataFile } from "../os/storage/data-file.ts";
import { AccessPattern, UNIFORM_ACCESS } from "../os/memory/access-pattern.ts";
import type { MissingPage } from "../os/memory/references.ts";
import type { ServiceContext } from "./destination.ts";
import { IN_FAULT, IN_SHARED_FAULT, ON_DISK, type RequestTable } from "./request-table.ts";

const NOT_DRAWN = -1;
const NO_PAGE = -1;

export class PageUse {
  readonly #simulation: Simulation;
  readonly #requests: RequestTable;
  readonly #pageIn: HandlerId;
  readonly #admitted: HandlerId;

  /** `pageIn(row)` when the page that a request waits for has come, `admitted(row)` when one that waits to write may go on. */
  constructor(simulation: Simulation, requests: RequestTable, pageIn: HandlerId, admitted: HandlerId) {
    this.#simulation = simulation;
    this.#requests = requests;
    this.#pageIn = pageIn;
    this.#admitted = admitted;
  }

  /** A request begins: it has referred to nothing yet. */
  begin(row: number): void {
    this.#requests.touches[row] = NOT_DRAWN;
  }

  /** Refers to `pages` pages of the working set; false if one is not in memory and the request has to wait for it. */
  touch(row: number, instance: Instance, pages: number, context: ServiceContext): boolean {
    const { host, system } = instance;
    const counts = host.memory.references;
    if (!system.memory.pressured) {
      counts.memory += pages;
      return true;
    }
    const requests = this.#requests;
    const pattern = (instance.accessPattern ??= patternOf(instance, context));
    if (requests.touches[row] === NOT_DRAWN) requests.touches[row] = pattern.scaled(pages);
    const isGuest = system.memory !== host.memory;
    const faults = host.memory.minorFaults;
    const guestFaults = isGuest ? system.memory.minorFaults : 0;
    const missing = pattern.refer(requests.touches[row], this.#simulation.now);
    counts.memory += requests.touches[row] - (missing === undefined ? 0 : missing.left);
    requests.extra[row] += (host.memory.minorFaults - faults) * system.costs.minorFault;
    if (isGuest) requests.extra[row] += (system.memory.minorFaults - guestFaults) * system.memory.minorFaultWork;
    return this.#goOn(row, instance, missing);
  }

  /** Refers to all pages that its requests ever refer to, in order; else as `touch`. */
  sweep(row: number, instance: Instance, context: ServiceContext): boolean {
    if (!instance.system.memory.pressured && !instance.host.memory.pressured) return true;
    const requests = this.#requests;
    const pattern = (instance.accessPattern ??= patternOf(instance, context));
    if (requests.touches[row] === NOT_DRAWN) requests.touches[row] = pattern.pages;
    return this.#goOn(row, instance, pattern.sweep(requests.touches[row], this.#simulation.now));
  }

  /** True if no page was missing; else the request waits for it. */
  #goOn(row: number, instance: Instance, missing: MissingPage | undefined): boolean {
    const { host, system } = instance;
    const requests = this.#requests;
    if (missing === undefined) {
      requests.touches[row] = NOT_DRAWN;
      return true;
    }
    const { segment, page, write, shared, inGuest, left } = missing;
    requests.touches[row] = left;
    requests.phase[row] = shared ? IN_SHARED_FAULT : IN_FAULT;
    requests.page[row] = write ? 2 * page + (inGuest ? 1 : 0) : NO_PAGE;
    const memory = inGuest ? system.memory : host.memory;
    if (memory.needsDevice(page)) {
      host.memory.references.memoryMisses++;
      this.stall(row, instance, FOR_MEMORY | FOR_IO);
    } else this.stall(row, instance, FOR_MEMORY);
    const majorFaults = memory.majorFaults;
    requests.extra[row] += memory.pageIn(segment, page, this.#pageIn, row);
    instance.majorFaults += memory.majorFaults - majorFaults;
    if (!inGuest) requests.extra[row] += system.costs.nestedFault;
    return false;
  }

  /** A request waits from now on, in a fault or for a disk: for a set of FOR_MEMORY and FOR_IO. */
  stall(row: number, { host }: Instance, waits: number): void {
    this.#requests.stall[row] = waits;
    host.cpu.pressure.stall(waits);
  }

  /** What it waited for, if it did, is over. */
  resume(row: number, { host }: Instance): void {
    const waits = this.#requests.stall[row];
    if (waits === 0) return;
    this.#requests.stall[row] = 0;
    host.cpu.pressure.resume(waits);
  }

  /** The page that a request missed has come. If the reference writes, it is made now: the copy on swap is no longer good. */
  finishTouch(row: number, { host, system }: Instance): void {
    const written = this.#requests.page[row];
    if (written === NO_PAGE) return;
    const memory = (written & 1) === 0 ? host.memory : system.memory;
    memory.touch(written >> 1, true);
  }

  /** Reads or writes `size` bytes of data files through the page cache; false if the request has to wait. */
  useDataFile(row: number, instance: Instance, size: number, write: boolean, context: ServiceContext): boolean {
    const requests = this.#requests;
    const { dataFile } = instance;
    if (dataFile === undefined) return true;
    const { pages } = dataFile;
    if (requests.touches[row] === NOT_DRAWN) {
      const wanted = pagesOfAccess(size, dataFile);
      const start = (instance.dataPages ??= placesIn(context, pages, wanted))();
      requests.touches[row] = wanted;
      requests.filePage[row] = Math.min(start, pages - wanted);
    }
    if (!this.#usePages(row, instance, dataFile, write)) return false;
    if (!write || dataFile.admitWriter(this.#admitted, row)) return true;
    requests.phase[row] = ON_DISK;
    this.stall(row, instance, FOR_IO);
    return false;
  }

  /** Reads `count` pages of data files from `first` on; else as `useDataFile`. */
  readData(row: number, instance: Instance, dataFile: DataFile, first: number, count: number): boolean {
    const requests = this.#requests;
    if (requests.touches[row] === NOT_DRAWN) {
      requests.touches[row] = count;
      requests.filePage[row] = first;
    }
    return this.#usePages(row, instance, dataFile, false);
  }

  /** The pages that the request's row says, as far as they are in memory; true if all were. */
  #usePages(row: number, instance: Instance, dataFile: DataFile, write: boolean): boolean {
    const requests = this.#requests;
    const { pageSize } = dataFile;
    const offset = requests.filePage[row] * pageSize;
    const left = requests.touches[row] * pageSize;
    const used = dataFile.use(offset, left, write);
    const counts = instance.host.memory.references;
    counts.files += used / pageSize;
    if (used < left) {
      counts.fileMisses++; // the reference itself counts when the page has come
      // Without a free frame it waits for reclaim first.
      this.stall(row, instance, instance.system.memory.free === 0 ? FOR_MEMORY | FOR_IO : FOR_IO);
      requests.touches[row] -= used / pageSize;
      requests.filePage[row] += used / pageSize;
      requests.phase[row] = IN_FAULT;
      requests.page[row] = NO_PAGE;
      requests.extra[row] += dataFile.pageIn(offset + used, left - used, this.#pageIn, row);
      return false;
    }
    requests.touches[row] = NOT_DRAWN;
    return true;
  }
}

/** Pages that one access of `size` bytes to data files reads or writes. */
export const pagesOfAccess = (size: number, { pages, pageSize }: DataFile): number => Math.min(pages, Math.ceil(size / pageSize));

function patternOf({ host, system, guest, hot }: Instance, { app, pages }: ServiceContext): AccessPattern {
  const { access = UNIFORM_ACCESS, workingSet, dirtyShare } = app.memory;
  return new AccessPattern({
    areas: hot,
    access,
    workingSet: host.memory.pagesOf(workingSet),
    writeShare: dirtyShare,
    stream: pages,
    host: host.memory,
    guest: guest === undefined || system.memory === host.memory ? undefined : { memory: system.memory, ram: guest.ram },
  });
}

/** Where in a file of `pages` an access to `wanted` of them begins: by the application's access pattern. */
function placesIn({ app, pages: stream }: ServiceContext, pages: number, wanted: number): () => number {
  const places = Math.max(1, pages - wanted + 1);
  const { access = UNIFORM_ACCESS } = app.memory;
  if (access.kind === "zipf") {
    const rank = sampler({ kind: "zipf", exponent: access.exponent, n: places }, stream);
    return () => rank() - 1;
  }
  let next = 0;
  if (access.kind === "scan")
    return () => {
      const place = next;
      next = next + wanted < places ? next + wanted : 0;
      return place;
    };
  return () => Math.floor(stream.next() * places);
}
