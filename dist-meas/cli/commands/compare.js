import { runStudy } from "../../scenarios/study/index.js";
import { defaultOut } from "../output.js";
import { carryOut } from "./study.js";
/** `plimsoll compare`: the load line of every deployment of a scenario. */
export const compare = (file, flags, io) => carryOut({ file, flags, io, defaultOut: defaultOut(file), simulate: runStudy });
