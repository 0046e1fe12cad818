/**
 * Files that processes of one host share: read from disk once, then served from memory for as long as memory keeps the pages.
 * A load reads what is missing in sequential pieces, so that other users of the disk get their turn in between.
 */
import type { HandlerId, Simulation } from "../../engine/index.ts";
import type { MemoryKind } from "../components.ts";
import type { AccessStream } from "../hardware/disk/device.ts";
import type { Disk } from "../hardware/disk/disk.ts";
import type { Memory, SegmentId } from "./memory.ts";

/** Read-ahead window of a sequential read [B]. Source: Linux default read_ahead_kb 128. */
export const READ_AHEAD = 128 * 1024;

interface CachedFile {
  readonly segment: SegmentId;
  readonly stream: AccessStream;
  missing: number;
  loading: boolean;
  waiting: { readonly done: HandlerId; readonly arg: number }[];
}

export class PageCache {
  bytesRead = 0;
  readonly #simulation: Simulation;
  readonly #memory: Memory;
  readonly #disk: Disk;
  readonly #files: CachedFile[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #pieceRead: HandlerId;
  readonly #filled: HandlerId;

  constructor(simulation: Simulation, memory: Memory, disk: Disk) {
    this.#simulation = simulation;
    this.#memory = memory;
    this.#disk = disk;
    this.#pieceRead = simulation.on("page cache: piece read", (file) => this.#readNextPiece(file));
    this.#filled = simulation.on("page cache: file in memory", (file) => this.#finish(file));
  }

  /** The segment of a file, `hot` bytes of it in constant use; created at first mention. */
  segmentOf(name: string, kind: MemoryKind, size: number, hot: number): SegmentId {
    return this.#files[this.#fileIndex(name, kind, size, hot)].segment;
  }

  /** Makes the file resident, reading what is missing; then `done(arg)`. */
  load(name: string, kind: MemoryKind, size: number, hot: number, done: HandlerId, arg: number): void {
    const index = this.#fileIndex(name, kind, size, hot);
    const file = this.#files[index];
    file.waiting.push({ done, arg });
    if (file.loading) return;
    file.loading = true;
    file.missing = this.#memory.missingBytes(file.segment);
    this.#disk.rewind(file.stream);
    this.#readNextPiece(index);
  }

  #fileIndex(name: string, kind: MemoryKind, size: number, hot: number): number {
    let index = this.#indexOf.get(name);
    if (index === undefined) {
      const segment = this.#memory.create(kind, size, hot, { anonymous: false });
      index = this.#files.push({ segment, stream: this.#disk.openStream(), missing: 0, loading: false, waiting: [] }) - 1;
      this.#indexOf.set(name, index);
    }
    return index;
  }

  #readNextPiece(index: number): void {
    const file = this.#files[index];
    if (file.missing === 0) return this.#memory.fill(file.segment, this.#filled, index);
    const piece = Math.min(READ_AHEAD, file.missing);
    file.missing -= piece;
    this.bytesRead += piece;
    this.#disk.read(piece, this.#pieceRead, index, file.stream);
  }

  #finish(index: number): void {
    const file = this.#files[index];
    file.loading = false;
    const waiting = file.waiting;
    file.waiting = [];
    for (const { done, arg } of waiting) this.#simulation.after(0, done, arg);
  }
}
