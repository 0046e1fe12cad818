import type { Scenario } from "../../scenarios/scenario.ts";
import { type StudyOptions, type StudyRecord } from "../../scenarios/study/index.ts";
import { type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
import { type Format } from "../output.ts";
import { type ProgressMode } from "../progress.ts";
import { type Terminal } from "../terminal.ts";
export interface StudyFlags {
    /** False: write no files. */
    readonly out?: string | false;
    readonly format: Format;
    readonly seed?: number | string;
    readonly workers: number;
    readonly progress: ProgressMode | "auto";
    readonly quiet?: boolean;
    readonly color?: boolean;
    /** False: what moves the load line is not looked for. */
    readonly causes?: boolean;
}
export interface Study {
    readonly file: string;
    readonly flags: StudyFlags;
    readonly io: ProgramIo;
    /** Where files go without --out. */
    readonly defaultOut: string;
    /** Checks what needs the scenario before anything is simulated; may throw `Failure`. */
    readonly check?: (scenario: Scenario) => void;
    readonly simulate: (scenario: Scenario, options: StudyOptions) => Promise<StudyRecord>;
    /** Exit code of a study that was not interrupted. */
    readonly judge?: (record: StudyRecord, terminal: Terminal) => ExitCode;
}
export declare function carryOut({ file, flags, io, defaultOut, check, simulate, judge }: Study): Promise<ExitCode>;
