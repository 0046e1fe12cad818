/**
 * Files that processes of one machine share: read from disk once, then served from memory for as long as memory keeps the pages.
 * A file is known by its content, not by its path: who names the same content (a layer's digest) shares its pages.
 * A load reads what is missing in sequential pieces, so that other users of the disk get their turn in between.
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { MemoryKind } from "../../vocabulary.ts";
import type { AccessStream } from "../../hardware/disk/device.ts";
import type { Disk } from "../../hardware/disk/disk.ts";
import { type GroupId, type Memory, ROOT, type SegmentId } from "../memory/memory.ts";
import { READ_AHEAD } from "../memory/read-ahead.ts";

/** A file: its content, and how much of it there is [B]. */
export interface FileContent {
  readonly content: string;
  readonly kind: MemoryKind;
  readonly size: number;
  /** The part in constant use [B]. */
  readonly hot: number;
}

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
  #isOpen = true;
  readonly #pieceRead: HandlerId;
  readonly #filled: HandlerId;

  constructor(simulation: Simulation, memory: Memory, disk: Disk) {
    this.#simulation = simulation;
    this.#memory = memory;
    this.#disk = disk;
    this.#pieceRead = simulation.on("page cache: piece read", (file) => this.#readNextPiece(file));
    this.#filled = simulation.on("page cache: file in memory", (file) => this.#finish(file));
  }

  /** The segment of a file; created, and charged to `group`, at first mention. The same content has the same size. */
  segmentOf(file: FileContent, group: GroupId = ROOT): SegmentId {
    return this.#files[this.#fileIndex(file, group)].segment;
  }

  /** Makes the file resident, reading what is missing; then `done(arg)`. */
  load(content: FileContent, done: HandlerId, arg: number, group: GroupId = ROOT): void {
    const index = this.#fileIndex(content, group);
    const file = this.#files[index];
    file.waiting.push({ done, arg });
    if (file.loading) return;
    file.loading = true;
    file.missing = this.#memory.missingBytes(file.segment);
    this.#disk.rewind(file.stream);
    this.#readNextPiece(index);
  }

  /** Forgets all files and frees their frames: the machine leaves. Loads under way end without telling anybody. */
  close(): void {
    this.#isOpen = false;
    for (const { segment } of this.#files) this.#memory.destroy(segment);
    this.#indexOf.clear();
  }

  #fileIndex({ content, kind, size, hot }: FileContent, group: GroupId): number {
    const key = `${content}, ${size} B`;
    let index = this.#indexOf.get(key);
    if (index === undefined) {
      const segment = this.#memory.create(kind, size, hot, { anonymous: false, group });
      index = this.#files.push({ segment, stream: this.#disk.openStream(), missing: 0, loading: false, waiting: [] }) - 1;
      this.#indexOf.set(key, index);
    }
    return index;
  }

  #readNextPiece(index: number): void {
    if (!this.#isOpen) return;
    const file = this.#files[index];
    if (file.missing === 0) return this.#memory.fill(file.segment, this.#filled, index);
    const piece = Math.min(READ_AHEAD, file.missing);
    file.missing -= piece;
    this.bytesRead += piece;
    this.#disk.read(piece, this.#pieceRead, index, file.stream);
  }

  #finish(index: number): void {
    if (!this.#isOpen) return;
    const file = this.#files[index];
    file.loading = false;
    const waiting = file.waiting;
    file.waiting = [];
    for (const { done, arg } of waiting) this.#simulation.after(0, done, arg);
  }
}
