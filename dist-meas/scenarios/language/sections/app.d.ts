/** Applications: arrivals, requests, memory, and how many requests one instance takes. */
import { z } from "zod";
import type { AppSpec } from "../../../models/index.ts";
import type { Compilation } from "../text/resolve.ts";
import type { TraceReader } from "./trace-reader.ts";
export declare const appSchema: () => z.ZodType;
export declare function compileApp(name: string, into: Compilation, traces: TraceReader): Promise<AppSpec>;
