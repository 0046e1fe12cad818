import type { Problem } from "./problem.ts";
/** Content of a file of at most `limit` bytes. Rejects as `fs.readFile` does, with code EFBIG if it is larger; tests put their own in its place. */
export type ReadFile = (file: string, limit: number) => Promise<Uint8Array>;
export declare const readFromDisk: ReadFile;
export declare function readText(file: string, limit: number, read: ReadFile): Promise<{
    text: string;
} | {
    problem: Problem;
}>;
