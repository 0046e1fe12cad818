// One measurement of the engine in a fresh process, as the C++ queues have it. Called by main.ts:
//   once <workload> <shape> <pending> <operations>     prints <CPU ns per operation> <checksum>
import { Bench } from "tinybench";
import { burst, cancel, handlers, hold, INCREMENTS, processes, type Workload } from "./workloads.ts";

const [name, shape, pending, operations] = process.argv.slice(2);
const increments = INCREMENTS[shape];
let traced = 0;

const workloads: Readonly<Record<string, (pending: number) => Workload>> = {
  hold: (n) => hold(n, increments),
  cancel: (n) => cancel(n, increments),
  burst,
  handlers: (n) => handlers(n, increments),
  "processes, hold": (n) => processes(n, increments, "hold"),
  "processes, timeout": (n) => processes(n, increments, "timeout"),
  "empty tracer": (n) => hold(n, increments, {}),
  "counting tracer": (n) => hold(n, increments, { event: () => void traced++ }),
};

const workload = workloads[name](Number(pending));
workload(Number(operations) / 2); // to a steady state, in the model and in the compiler
let check = 0;
const work = (): void => {
  check = workload(Number(operations));
};
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const bench = new Bench({ now: cpu, iterations: 1, time: 0, warmup: false });
bench.add("work", work, { async: false }); // without `async` it would be called once more, to see whether it is
const { result } = bench.runSync()[0];
if (result.state !== "completed") throw new Error(`benchmark ${result.state}`);
if (name === "counting tracer" && traced === 0) throw new Error("the tracer saw nothing");
console.log((result.latency.mean * 1e6) / Number(operations), check);
