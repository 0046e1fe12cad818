/** What a memory says about itself. */
import type { TrackedPages } from "./tracked-pages.ts";
/** Counts [1] since the beginning, and of this instant. */
export interface MemoryStatistics {
    readonly minorFaults: number;
    readonly majorFaults: number;
    /** Pages that came from a device beside the one that was missing. */
    readonly pagesReadAhead: number;
    /** Times that somebody was killed to free memory. */
    readonly kills: number;
    /** Pages handed to devices. */
    readonly pagesWritten: number;
    /** Free frames. */
    readonly free: number;
    /** Pages of files that differ from the disk, those being written included. */
    readonly dirtyFilePages: number;
    /** Pages whose only copy is on swap, and slots of swap that are taken. */
    readonly swapped: number;
    readonly slots: number;
}
/** What is still held [1]. */
export interface MemoryLeft {
    /** Segments that are alive, and groups beside group 0. */
    readonly segments: number;
    readonly groups: number;
    readonly frames: number;
    readonly slots: number;
    /** Requests that wait for frames, and writers that wait for dirty pages to be written. */
    readonly requests: number;
    readonly writers: number;
    /** Pages being read, and commands of writes under way. */
    readonly reads: number;
    readonly writes: number;
}
export declare function whatIsLeft(frames: number, { pageTable, swap, pageOut, reads, writeBack }: TrackedPages, requests: number): MemoryLeft;
