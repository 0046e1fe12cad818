/**
 * Files that processes of one machine share: read from disk once, then served from memory for as long as memory keeps the pages.
 * A file is known by its content, not by its path: who names the same content (a layer's digest) shares its pages.
 * A load reads what is missing in sequential pieces, so that other users of the disk get their turn in between.
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { MemoryKind } from "../../vocabulary.ts";
import type { Disk } from "../../hardware/disk/disk.ts";
import { type GroupId, type Memory, type SegmentId } from "../memory/memory.ts";
/** A file: its content, and how much of it there is [B]. */
export interface FileContent {
    readonly content: string;
    readonly kind: MemoryKind;
    readonly size: number;
    /** The part in constant use [B]. */
    readonly hot: number;
}
export declare class PageCache {
    #private;
    bytesRead: number;
    constructor(simulation: Simulation, memory: Memory, disk: Disk);
    /** The segment of a file; created, and charged to `group`, at first mention. The same content has the same size. */
    segmentOf(file: FileContent, group?: GroupId): SegmentId;
    /** Makes the file resident, reading what is missing; then `done(arg)`. */
    load(content: FileContent, done: HandlerId, arg: number, group?: GroupId): void;
    /** Forgets all files and frees their frames: the machine leaves. Loads under way end without telling anybody. */
    close(): void;
}
