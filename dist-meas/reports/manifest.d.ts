import type { StudyRecord } from "../scenarios/study/record.ts";
/** Facts about the machine and the call, gathered by the caller; they stand in the manifest and nowhere else. */
export interface Environment {
    /** Version of Node.js, e.g. "20.20.2". */
    readonly node: string;
    /** The command line without node and the script's path, e.g. ["compare", "iot-gateway.yaml"]. */
    readonly argv: readonly string[];
    /** Whatever else is worth keeping: platform, processor, wall time. */
    readonly facts?: Readonly<Record<string, string | number>>;
}
export declare const sha256: (text: string) => string;
/** @param files name and content of the files whose bytes can be reproduced. */
export declare function renderManifest(record: StudyRecord, files: Readonly<Record<string, string>>, environment: Environment): string;
