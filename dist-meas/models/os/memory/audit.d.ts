/** The laws that the books of a memory must obey: what the audit of a run compares. */
import type { Memory } from "./memory.ts";
/** A law in words, what was found and what was expected. */
export type Law = readonly [law: string, found: number, expected: number];
/** Conservation of frames, pages and slots. `name` begins each law. */
export declare function memoryLaws(memory: Memory, name: string): Law[];
