import { runStudy } from "../../scenarios/study/index.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
import { defaultOut } from "../output.ts";
import { carryOut, type StudyFlags } from "./study.ts";

/** `plimsoll compare`: the load line of every deployment of a scenario. */
export const compare = (file: string, flags: StudyFlags, io: ProgramIo): Promise<ExitCode> =>
  carryOut({ file, flags, io, defaultOut: defaultOut(file), simulate: runStudy });
