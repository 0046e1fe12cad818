import type { Evaluation } from "./evaluate.ts";
import { type Point } from "./record.ts";
export declare function summarize({ tenants, windows, judgement }: Evaluation, confidence: number): Point;
