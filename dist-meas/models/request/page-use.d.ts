/** The pages that requests refer to: of memory by the application's access pattern, and of data files through the page cache. */
import { type HandlerId, type Simulation } from "../../engine/index.ts";
import type { Instance } from "../instance/instance.ts";
import type { DataFile } from "../os/storage/data-file.ts";
import type { ServiceContext } from "./destination.ts";
import { type RequestTable } from "./request-table.ts";
export declare class PageUse {
    #private;
    /** `pageIn(row)` when the page that a request waits for has come, `admitted(row)` when one that waits to write may go on. */
    constructor(simulation: Simulation, requests: RequestTable, pageIn: HandlerId, admitted: HandlerId);
    /** A request begins: it has referred to nothing yet. */
    begin(row: number): void;
    /** Refers to `pages` pages of the working set; false if one is not in memory and the request has to wait for it. */
    touch(row: number, instance: Instance, pages: number, context: ServiceContext): boolean;
    /** Refers to all pages that its requests ever refer to, in order; else as `touch`. */
    sweep(row: number, instance: Instance, context: ServiceContext): boolean;
    /** The page that a request missed has come. If the reference writes, it is made now: the copy on swap is no longer good. */
    finishTouch(row: number, { host, system }: Instance): void;
    /** Reads or writes `size` bytes of data files through the page cache; false if the request has to wait. */
    useDataFile(row: number, instance: Instance, size: number, write: boolean, context: ServiceContext): boolean;
    /** Reads `count` pages of data files from `first` on; else as `useDataFile`. */
    readData(row: number, dataFile: DataFile, first: number, count: number): boolean;
}
/** Pages that one access of `size` bytes to data files reads or writes. */
export declare const pagesOfAccess: (size: number, { pages, pageSize }: DataFile) => number;
