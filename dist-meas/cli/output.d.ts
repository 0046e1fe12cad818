import type { StudyRecord } from "../scenarios/study/record.ts";
import type { Terminal } from "./terminal.ts";
export type Format = "table" | "json" | "csv" | "md";
/** Where results go unless --out says otherwise: plimsoll-out/iot-gateway for iot-gateway.yaml. */
export declare function defaultOut(file: string, part?: string): string;
export declare function render(record: StudyRecord, format: Format, { width, unicode, outColors }: Terminal): string;
