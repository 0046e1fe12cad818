import type { Scenario } from "../../scenarios/scenario.ts";
import { MAX_TENANTS } from "../../scenarios/language/sections/experiment.ts";
import { nearest } from "../../scenarios/language/text/suggest.ts";
import { runSingle } from "../../scenarios/study/index.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import type { ProgramIo } from "../io.ts";
import { defaultOut } from "../output.ts";
import { judge } from "./check.ts";
import { carryOut, type StudyFlags } from "./study.ts";

export interface RunFlags extends StudyFlags {
  readonly deployment: string;
  readonly tenants?: number;
  readonly check?: boolean;
}

/** `plimsoll run`: one deployment at one load, or its load line. */
export async function run(file: string, flags: RunFlags, io: ProgramIo): Promise<ExitCode> {
  const { deployment, tenants, check } = flags;
  if (check && tenants === undefined) throw new Failure(EXIT.usage, "--check judges one load; add --tenants NUMBER");
  if (tenants !== undefined && tenants > MAX_TENANTS)
    throw new Failure(EXIT.usage, `--tenants is ${tenants}; at most ${MAX_TENANTS} can be simulated`);
  const load = tenants === undefined ? deployment : `${deployment}-${tenants}`;
  return carryOut({
    file,
    flags,
    io,
    defaultOut: defaultOut(file, load),
    check: (scenario) => assertDeployment(scenario, deployment),
    simulate: (scenario, options) => runSingle(scenario, deployment, tenants, options),
    ...(check ? { judge } : {}),
  });
}

function assertDeployment(scenario: Scenario, wanted: string): void {
  const names = scenario.deployments.map(({ spec }) => spec.name);
  if (names.includes(wanted)) return;
  const suggestion = nearest(wanted, names);
  const hint = suggestion === undefined ? `it has ${names.join(", ")}` : `did you mean ${suggestion}?`;
  throw new Failure(EXIT.usage, `${scenario.source.file} has no deployment "${wanted}"; ${hint}`);
}
