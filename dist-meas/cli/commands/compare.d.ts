import type { ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
import { type StudyFlags } from "./study.ts";
/** `plimsoll compare`: the load line of every deployment of a scenario. */
export declare const compare: (file: string, flags: StudyFlags, io: ProgramIo) => Promise<ExitCode>;
