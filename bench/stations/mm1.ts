// M/M/1 at load 0.8 through the public station API, all statistics and the fingerprint on: event handlers, a generator process per
// customer, the same in a C++ kernel (which must find the same numbers), and simjs.
// Every run has a process of its own, so that none is compiled for what another one did.
// Run: node --import tsx bench/stations/mm1.ts [customers] [rounds]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exponentialZiggurat } from "../../engine/random/ziggurat.ts";
import { createStream, Histogram, MultiServerQueue, type Process, Simulation, Tally } from "../../engine/index.ts";
import { cpuNanoseconds, inProcess, report, spread } from "./measure.ts";

const WARM_UP = 200_000; // customers before the clock starts
const SERVICE = 1e6; // mean [ns]
const INTERARRIVAL = SERVICE / 0.8; // mean [ns]
const SEED = 1;

interface Result {
  /** CPU time a customer [ns]. */
  readonly cost: number;
  /** What two programs that do the same must agree on. */
  readonly numbers: readonly number[];
}

function numbersOf(simulation: Simulation, station: MultiServerQueue, tally: Tally, histogram: Histogram): number[] {
  simulation.audit();
  if (simulation.fingerprint().length !== 16) throw new Error("no fingerprint");
  const { numberIntegral, residence, workDone } = station.counters();
  return [tally.mean, histogram.quantile(0.99), numberIntegral, residence, workDone];
}

function handlers(customers: number): Result {
  const simulation = new Simulation({ seed: SEED });
  const station = new MultiServerQueue(simulation, { name: "station", servers: 1 });
  const arrivals = simulation.stream("arrivals");
  const services = simulation.stream("services");
  const tally = new Tally();
  const histogram = new Histogram();
  const arrivedAt = new Float64Array(1 << 16); // by customer, used again when all of them have left long ago
  let came = 0;
  const done = simulation.on("done", (customer) => {
    const response = simulation.now - arrivedAt[customer & 0xffff];
    tally.add(response);
    histogram.add(response);
  });
  const arrive = simulation.on("arrival", () => {
    arrivedAt[came & 0xffff] = simulation.now;
    station.submit(Math.round(services.exponential(SERVICE)), done, came);
    if (++came < customers) simulation.after(Math.round(arrivals.exponential(INTERARRIVAL)), arrive);
  });
  simulation.at(0, arrive);
  const cost = cpuNanoseconds(() => simulation.run(Number.MAX_SAFE_INTEGER)) / customers;
  return { cost, numbers: numbersOf(simulation, station, tally, histogram) };
}

function processes(customers: number, how: "hold" | "serve"): Result {
  const simulation = new Simulation({ seed: SEED });
  const station = new MultiServerQueue(simulation, { name: "station", servers: 1 });
  const arrivals = simulation.stream("arrivals");
  const services = simulation.stream("services");
  const tally = new Tally();
  const histogram = new Histogram();
  function* customer(): Process {
    const arrival = simulation.now;
    const service = Math.round(services.exponential(SERVICE));
    if (how === "hold") yield station.hold(service);
    else yield* station.serve(service);
    const response = simulation.now - arrival;
    tally.add(response);
    histogram.add(response);
  }
  function* source(): Process {
    for (let came = 0; came < customers; came++) {
      simulation.spawn("customer", customer());
      yield simulation.hold(Math.round(arrivals.exponential(INTERARRIVAL)));
    }
  }
  simulation.spawn("source", source());
  const cost = cpuNanoseconds(() => simulation.run(Number.MAX_SAFE_INTEGER)) / customers;
  return { cost, numbers: numbersOf(simulation, station, tally, histogram) };
}

/** simjs registers itself in `window`; its times are floating point, its facility keeps its own statistics. */
async function loadSimjs(): Promise<(customers: number) => Result> {
  (globalThis as Record<string, unknown>)["window"] = globalThis;
  await import("simjs" as string);
  // biome-ignore lint: a library without types
  const { Sim: library } = globalThis as any;
  return (customers) => {
    const tally = new Tally();
    const histogram = new Histogram();
    const arrivals = createStream(SEED, "arrivals");
    const services = createStream(SEED, "services");
    const station = new library.Facility("station");
    let came = 0;
    class Source extends library.Entity {
      start(): void {
        this.next();
      }
      next(): void {
        const arrival = this.time();
        this.useFacility(station, Math.round(services.exponential(SERVICE))).done(() => {
          const response = this.time() - arrival;
          tally.add(response);
          histogram.add(response);
        });
        if (++came < customers) this.setTimer(Math.round(arrivals.exponential(INTERARRIVAL))).done(this.next);
      }
    }
    const simulation = new library.Sim();
    simulation.addEntity(Source);
    const cost = cpuNanoseconds(() => simulation.simulate(Infinity)) / customers;
    return { cost, numbers: [tally.mean, histogram.quantile(0.99)] };
  };
}

/** Compiles the C++ program and hands it the generator's tables and states; undefined where there is no g++. */
function compileCpp(): ((customers: number) => Result) | undefined {
  const folder = mkdtempSync(join(tmpdir(), "mm1-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "mm1");
  const source = new URL("mm1.cpp", import.meta.url).pathname;
  try {
    execFileSync("g++", ["-O3", "-march=native", "-ffp-contract=off", "-o", program, source], { stdio: "inherit" });
  } catch {
    return undefined;
  }
  const { width, inner, height, tail } = exponentialZiggurat;
  const states = ["arrivals", "services"].flatMap((name) => [...createStream(SEED, name).save()]);
  writeFileSync(join(folder, "tables"), new Float64Array([INTERARRIVAL, SERVICE, ...states, ...width, ...inner, ...height, tail]));
  return (customers) => {
    const [cost, ...numbers] = execFileSync(program, [join(folder, "tables"), String(customers)], { encoding: "utf8" })
      .split(" ")
      .map(Number);
    return { cost, numbers: numbers.slice(0, 5) };
  };
}

/** Runs one contestant in a process of its own. */
function inChild(name: string, customers: number): Result {
  return JSON.parse(inProcess(new URL(import.meta.url).pathname, "run", name, customers));
}

async function runHere(name: string, customers: number): Promise<Result> {
  const contestants: Readonly<Record<string, (customers: number) => Result>> = {
    handlers,
    processes: (customers) => processes(customers, "hold"),
    "processes, yield* serve": (customers) => processes(customers, "serve"),
  };
  const run = contestants[name] ?? (await loadSimjs());
  run(WARM_UP);
  return run(customers);
}

function compare(customers: number, rounds: number): void {
  const cpp = compileCpp();
  const costs: Record<string, number[]> = { handlers: [], processes: [], "processes, yield* serve": [], simjs: [], "C++": [] };
  for (let round = 0; round < rounds; round++) {
    let reference: readonly number[] = [];
    for (const [name, values] of Object.entries(costs)) {
      if (name === "C++" && cpp === undefined) continue;
      const { cost, numbers } = name === "C++" && cpp !== undefined ? cpp(customers) : inChild(name, customers);
      values.push(cost);
      if (reference.length === 0) reference = numbers;
      if (numbers.some((number, index) => Math.abs(number / reference[index] - 1) > 1e-9)) {
        throw new Error(`${name} finds ${numbers}, expected ${reference}`);
      }
    }
  }
  console.log(`M/M/1, ${customers} customers, CPU ns a customer, median (lowest..highest) of ${rounds} rounds; all find the same numbers`);
  for (const [name, values] of Object.entries(costs)) if (values.length > 0) console.log(`  ${name.padEnd(24)} ${spread(values)}`);
  if (cpp === undefined) console.log("  C++: no g++ here, skipped");
  else {
    report("handlers / C++", costs["handlers"], costs["C++"], { atMost: 3.2 });
    report("processes / C++", costs["processes"], costs["C++"], { atMost: 7 });
  }
  report("simjs / handlers", costs["simjs"], costs["handlers"], { atLeast: 8 });
  report("simjs / processes", costs["simjs"], costs["processes"], { atLeast: 4 });
}

const [command, ...rest] = process.argv.slice(2);
if (command === "run") process.stdout.write(JSON.stringify(await runHere(rest[0], Number(rest[1]))));
else compare(Number(command ?? 10_000_000), Number(rest[0] ?? 5));
