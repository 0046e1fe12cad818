import { formatDuration } from "../../reports/index.js";
import { MAX_TENANTS } from "../../scenarios/language/sections/experiment.js";
import { nearest } from "../../scenarios/language/text/suggest.js";
import { runSingle } from "../../scenarios/study/index.js";
import { EXIT } from "../exit-codes.js";
import { Failure } from "../failure.js";
import { defaultOut } from "../output.js";
import { carryOut } from "./study.js";
/** `plimsoll run`: one deployment at one load, or its load line. */
export async function run(file, flags, io) {
    const { deployment, tenants, check } = flags;
    if (check && tenants === undefined)
        throw new Failure(EXIT.usage, "--check judges one load; add --tenants NUMBER");
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
function assertDeployment(scenario, wanted) {
    const names = scenario.deployments.map(({ spec }) => spec.name);
    if (names.includes(wanted))
        return;
    const suggestion = nearest(wanted, names);
    const hint = suggestion === undefined ? `it has ${names.join(", ")}` : `did you mean ${suggestion}?`;
    throw new Failure(EXIT.usage, `${scenario.source.file} has no deployment "${wanted}"; ${hint}`);
}
/** Throughput below this share of what was offered, for certain, is an overload: the rest piles up or is turned away. */
const KEEPS_UP = 0.95;
/** Exit code of `--check`, with a sentence why it is not 0. */
function judge({ deployments: [record], objectives: [objective] }, terminal) {
    const fail = (code, reason) => {
        terminal.say(`check failed: ${reason}\n`);
        return code;
    };
    if (record?.refused !== undefined)
        return fail(EXIT.objective, `${record.name} can't run here: ${record.refused}`);
    const point = record?.points[0];
    if (point === undefined)
        throw new Error("a run without a result was judged");
    const load = `${point.tenants} tenant${point.tenants === 1 ? "" : "s"}`;
    if (point.verdict === "met")
        return EXIT.ok;
    if (point.verdict === "undecided") {
        return fail(EXIT.precision, `${point.replications} replications can't tell whether the objective is met at ${load}; allow more of them`);
    }
    const { throughput, offered, collapsed } = point;
    if (collapsed > 0 || (throughput.high !== null && offered.low !== null && throughput.high < KEEPS_UP * offered.low)) {
        return fail(EXIT.unstable, `overloaded at ${load}: requests arrive faster than they are answered`);
    }
    return fail(EXIT.objective, `the objective, ${objective.statistic} within ${formatDuration(objective.latency)}, is missed at ${load}`);
}
