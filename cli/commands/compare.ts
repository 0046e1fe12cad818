import { runStudy } from "../../scenarios/study/index.ts";
import type { ExitCode } from "../exit-codes.ts";
import { defaultOut } from "../output.ts";
import { carryOut, type StudyFlags } from "./study.ts";

/** `plimsoll compare`: the load line of every deployment of a scenario. */
export const compare = (file: string, flags: StudyFlags): Promise<ExitCode> =>
  carryOut({ file, flags, defaultOut: defaultOut(file), simulate: runStudy });
