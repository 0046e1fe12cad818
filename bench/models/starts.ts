// What many starts cost: memory and CPU time of a run with so many cold starts, of functions whose instances are gone before the next invocation.
// Run: node --expose-gc --import tsx bench/models/starts.ts [starts, 10000000]
// Ends with exit code 1 if memory beyond that of an empty run passes the bar: it must not grow with the number of starts.
import { simulate } from "../../models/index.ts";
import { fixed } from "../../models/serverless/policies/keep-alive/fixed.ts";
import { compute, idealFunction, idealHost, onlyDoes } from "../../models/testing/ideal.ts";
import { deployment, run } from "../../models/testing/specs.ts";

const STARTS = Number(process.argv[2] ?? 10_000_000);
const RATE = 100; // of one tenant [1/s]
const TENANTS = 10;
const BAR = 200; // [MB], the whole process

// Keep-alive of a nanosecond: every invocation is a cold start.
const unit = idealFunction({ keepAlive: fixed(1e-9), maxInstances: 100_000, backlog: 100_000 });
const app = onlyDoes(RATE, [compute({ kind: "constant", value: 1e-6 })]);
const spec = deployment(unit, { host: idealHost(8), app });
const started = process.cpuUsage();
const record = simulate(run(spec, { tenants: TENANTS, duration: STARTS / (RATE * TENANTS) }));
const { user, system } = process.cpuUsage(started);
const count = record.apps.reduce((sum, { slices }) => sum + slices.reduce((starts, slice) => starts + slice.starts, 0), 0);
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
  `${count} starts, ${record.events} events: ${((user + system) / count).toFixed(2)} us of CPU a start, at most ${peak.toFixed(0)} MB resident ${
    peak <= BAR ? "(bar 200: met)" : "(bar 200: MISSED)"
  }`,
);
if (!(peak <= BAR)) process.exitCode = 1;
