/** Applications: arrivals, request steps and memory. */
import type { ArrivalSpec, DistributionSpec } from "../../engine/index.ts";
import type { AppSpec, DemandSpec, StepSpec } from "../../models/workload/spec.ts";
import { isPresetValue, presetsOf } from "../presets/library.ts";
import {
  appFields,
  burstFields,
  coreName,
  distributions,
  empiricalFields,
  lognormalFields,
  periodicFields,
  perUnit,
  poissonRate,
  startCpu,
  stepFields,
  traceFields,
} from "./app-schema.ts";
import { notAbove } from "./compile-host.ts";
import { hostFields, type Values } from "./components.ts";
import type { Path } from "./document.ts";
import type { Field } from "./fields.ts";
import type { Compilation } from "./resolve.ts";
import { isMap } from "./schema-parts.ts";
import { listed, nearest } from "./suggest.ts";
import type { TraceReader } from "./trace-reader.ts";
import { formatQuantity, parseQuantity } from "./units.ts";

/** Arrivals of one tenant at most [1/s]; a Poisson rate has the same bound. */
const MOST_ARRIVALS = 1e6;

export async function compileApp(name: string, into: Compilation, traces: TraceReader): Promise<AppSpec> {
  const path: Path = ["apps", name];
  const fields = into.resolve(appFields, { path });
  const request = compileRequest([...path, "request"], into);
  const arrivals = await compileArrivals([...path, "arrivals"], usedColumns(into, path), into, traces);
  checkColumns(path, into);
  const { code, heap, workingSet } = fields.memory;
  notAbove([...path, "memory", "workingSet"], workingSet, code + heap, "code and heap together", into);
  const start = [...path, "start"];
  const hasStart = into.raw(start) !== undefined;
  if (!hasStart) into.record(start, "none", "default");
  return {
    name,
    arrivals,
    message: fields.message,
    request,
    memory: memoryOf(path, fields.memory, request, into),
    startCpu: hasStart ? into.single(startCpu, [...start, "cpu"]) : 0,
    startSpeed: hasStart ? coreSpeed([...start, "on"], into) : 1,
    pageWalkShare: fields.pageWalkShare,
    hugePages: fields.hugePages,
    systemCalls: fields.systemCalls,
    threads: fields.threads,
    backlog: fields.backlog,
    patience: fields.patience === "forever" ? Number.POSITIVE_INFINITY : fields.patience,
  };
}

/** Data files must be there for those who use them, and as large as what they use at once. */
function memoryOf(
  path: Path,
  { layer, ...memory }: Values<typeof appFields>["memory"],
  request: readonly StepSpec[],
  into: Compilation,
): AppSpec["memory"] {
  request.forEach((step, index) => {
    if (step.kind !== "bufferedRead" && step.kind !== "bufferedWrite") return;
    const at = [...path, "request", index, step.kind];
    if (memory.data > 0) return notAbove(at, step.size, memory.data, "the application's data files", into);
    into.error(at, {
      message: "the application has no data files",
      expected: "their size in `memory.data`",
      fix: 'add for example "data: 200 MiB" to its memory',
    });
  });
  return layer === "own" ? memory : { ...memory, layer };
}

async function compileArrivals(path: Path, columns: readonly string[], into: Compilation, traces: TraceReader): Promise<ArrivalSpec[]> {
  const raw = into.raw(path);
  const paths: Path[] = Array.isArray(raw) ? raw.map((_, index) => [...path, index]) : [path];
  const result: ArrivalSpec[] = [];
  for (const at of paths) {
    const arrivals = await compileArrival(at, columns, into, traces);
    if (arrivals !== undefined) result.push(arrivals);
  }
  return result;
}

async function compileArrival(
  path: Path,
  columns: readonly string[],
  into: Compilation,
  traces: TraceReader,
): Promise<ArrivalSpec | undefined> {
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const kind = Object.keys(raw)[0] as "poisson" | "periodic" | "bursts" | "trace";
  const below = [...path, kind];
  switch (kind) {
    case "poisson":
      return { kind, rate: into.single(poissonRate, below) };
    case "periodic": {
      const { every, jitter } = into.resolve(periodicFields, { path: below });
      if (jitter > every / 2) {
        const most = formatQuantity(every / 2, "time");
        into.error([...below, "jitter"], {
          message: `a jitter of ${formatQuantity(jitter, "time")} lets messages overtake each other`,
          expected: `at most half of the period, ${most}`,
          fix: `write "${most}"`,
        });
      }
      return { kind, every, jitter };
    }
    case "bursts": {
      const bursts = into.resolve(burstFields, { path: below });
      if (bursts.size / bursts.every > MOST_ARRIVALS) {
        into.error([...below, "size"], {
          message: `bursts of ${bursts.size} messages every ${formatQuantity(bursts.every, "time")} are ${formatQuantity(bursts.size / bursts.every, "rate")}`,
          expected: `at most ${formatQuantity(MOST_ARRIVALS, "rate")} (one tenant is one customer)`,
          fix: "make the bursts smaller, or rarer",
        });
      }
      return { kind, ...bursts };
    }
    case "trace": {
      const { file, time, share, speed, attribution } = into.resolve(traceFields, { path: below });
      const trace = await traces.read([...below, "file"], file, time, columns);
      if (attribution !== "none") traces.attributions.push(`${file}: ${attribution}`);
      return trace === undefined ? undefined : { kind, trace, share, speed };
    }
  }
}

function compileRequest(path: Path, into: Compilation): StepSpec[] {
  const raw = into.raw(path) as readonly Readonly<Record<string, unknown>>[];
  const kinds = raw.map((step) => Object.keys(step)[0] as StepSpec["kind"]);
  const reply = kinds.indexOf("reply");
  if (reply < 0)
    into.error(
      path,
      { message: "no step sends an answer", expected: "`reply` as the last step", fix: 'add "- reply: 512 B" at the end' },
      "key",
    );
  else if (reply < kinds.length - 1) {
    const message = kinds.lastIndexOf("reply") === reply ? "steps follow after the reply" : "there are several replies";
    into.error([...path, reply], { message, expected: "one `reply`, as the last step", fix: "move it to the end" });
  }
  return kinds.map((kind, index): StepSpec => {
    const at = [...path, index, kind];
    switch (kind) {
      case "cpu":
        return { kind, demand: compileDemand(at, into), speed: coreSpeed([...at, "on"], into) };
      case "touch":
        return { kind, pages: into.single(stepFields.touch, at) };
      default:
        return { kind, size: into.single(stepFields[kind], at) };
    }
  });
}

function compileDemand(path: Path, into: Compilation): DemandSpec {
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const kind = Object.keys(raw).find((key) => key !== "on") as string;
  const at = [...path, kind];
  if (kind === "columns") {
    const columns = Object.keys(raw[kind] as object);
    return { kind: "columns", secondsPer: Object.fromEntries(columns.map((column) => [column, into.single(perUnit, [...at, column])])) };
  }
  return { kind: "drawn", distribution: compileDistribution(at, kind, into) };
}

function compileDistribution(path: Path, kind: string, into: Compilation): DistributionSpec {
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  if (kind === "lognormal") {
    const value = (key: keyof typeof lognormalFields) => into.single(lognormalFields[key] as Field<number>, [...path, key]);
    if (raw["mean"] !== undefined) return { kind, mean: value("mean"), cv: value("cv") };
    const percentile = Object.keys(raw).find((key) => key !== "median") as "p90" | "p95" | "p99";
    const [median, upper] = [value("median"), value(percentile)];
    if (upper <= median)
      into.error([...path, percentile], {
        message: `${percentile} is not above the median`,
        expected: `more than ${formatQuantity(median, "time")}`,
      });
    return { kind, median, percentile: Number(percentile.slice(1)), value: upper };
  }
  if (kind === "empirical") {
    const list = (key: "values" | "weights") =>
      (raw[key] as readonly unknown[]).map((_, index) => into.single(empiricalFields[key], [...path, key, index]));
    const values = list("values");
    if (raw["weights"] === undefined) return { kind, values };
    const weights = list("weights");
    if (weights.length !== values.length)
      into.error([...path, "weights"], {
        message: `${weights.length} weights for ${values.length} values`,
        expected: "one weight for each value",
      });
    if (!weights.some((weight) => weight > 0))
      into.error([...path, "weights"], { message: "all weights are 0", expected: "at least one above 0" });
    return { kind, values, weights };
  }
  const form = distributions[kind as keyof typeof distributions];
  if ("scalar" in form) {
    const value = into.single(form.scalar, path);
    return kind === "constant" ? { kind, value } : { kind: "exponential", mean: value };
  }
  const values = into.resolve(form.fields, { path }) as Readonly<Record<string, number>>;
  if (kind === "uniform" && (values["low"] as number) > (values["high"] as number)) {
    into.error([...path, "high"], {
      message: "the upper bound is below the lower one",
      expected: `at least ${formatQuantity(values["low"] as number, "time")}`,
      fix: "exchange the two",
    });
  }
  return { kind, ...values } as unknown as DistributionSpec;
}

/** Speed of the core that a demand was measured on: of a host preset, of a host of this scenario, or as written [points]. */
function coreSpeed(path: Path, into: Compilation): number {
  const name = into.single(coreName, path);
  if ("value" in parseQuantity(name, "speed")) {
    const speed = hostFields.cpu.speed.parse(name);
    if ("value" in speed) return speed.value;
    into.error(path, speed.problem);
    return 1;
  }
  const hosts = into.raw(["hosts"]);
  const presets = presetsOf("hosts");
  const own = isMap(hosts) ? (hosts[name] as { cpu?: { speed?: unknown }; preset?: string } | undefined) : undefined;
  const preset = presets.get(own?.preset ?? name);
  const speed = own?.cpu?.speed ?? speedOf(preset?.values["cpu"]);
  const parsed = speed === undefined ? undefined : hostFields.cpu.speed.parse(speed);
  if (parsed !== undefined && "value" in parsed) return parsed.value;
  const known = [...(isMap(hosts) ? Object.keys(hosts) : []), ...presets.keys()];
  if (!known.includes(name)) {
    const guess = nearest(name, known);
    into.error(path, {
      message: `unknown core "${name}"`,
      expected: `a host of this scenario, a host preset (${listed([...presets.values()].flatMap((each) => (each.variantOf === undefined ? each.name : [])))} or a variant), or a speed such as "289 points"`,
      ...(guess === undefined ? {} : { fix: `did you mean "${guess}"?` }),
    });
  }
  return 1;
}

function speedOf(cpu: unknown): unknown {
  const speed = isMap(cpu) ? cpu["speed"] : undefined;
  return isMap(speed) && isPresetValue(speed as never) ? speed["value"] : undefined;
}

/** Trace columns that the steps of an application use. */
function usedColumns(into: Compilation, path: Path): string[] {
  const steps = into.raw([...path, "request"]) as readonly { cpu?: { columns?: object } }[];
  return [...new Set(steps.flatMap((step) => Object.keys(step.cpu?.columns ?? {})))];
}

/** Columns need requests that have them: all arrivals from traces. */
function checkColumns(path: Path, into: Compilation): void {
  if (usedColumns(into, path).length === 0) return;
  const arrivals = into.raw([...path, "arrivals"]);
  const streams = (Array.isArray(arrivals) ? arrivals : [arrivals]) as readonly object[];
  if (streams.every((stream) => "trace" in stream)) return;
  const steps = into.raw([...path, "request"]) as readonly { cpu?: { columns?: object } }[];
  const step = steps.findIndex((each) => each.cpu?.columns !== undefined);
  into.error(
    [...path, "request", step, "cpu", "columns"],
    {
      message: "requests that do not come from a trace have no columns",
      expected: "only `trace` arrivals beside `columns`",
      fix: "give the demand as a distribution, or take the arrivals from a trace",
    },
    "key",
  );
}
