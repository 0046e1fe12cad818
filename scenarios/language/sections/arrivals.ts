/** Arrivals: when the requests of one tenant come. Another process is an entry in the table of processes, and nothing else in the language. */
import { z } from "zod";
import type { ArrivalSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { choice, quantity, ratio, share, text, time } from "../text/fields.ts";
import { described } from "../text/json-schema.ts";
import { exactlyOne, group, oneOrMany } from "../text/maps.ts";
import { formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import { longestGap } from "./common.ts";
import type { TraceReader } from "./trace-reader.ts";

/** Arrivals of one tenant at most [1/s]: one tenant is one customer. */
const MOST_ARRIVALS = 1e6;

const oneCustomer = { min: "1 us", max: "2400 h", because: "one tenant is one customer, and that is the longest run" } as const;

const periodicFields = {
  every: time({ about: "Time from one message to the next.", example: "1 s", ...oneCustomer }),
  jitter: time({ about: "Each message is moved by up to this much, earlier or later.", fallback: "0 s", example: "200 ms", ...longestGap }),
} as const;

const burstFields = {
  every: time({ about: "Mean time between the starts of bursts.", example: "15 s", ...oneCustomer }),
  size: ratio({ about: "Mean number of messages in a burst (geometric).", min: 1, max: 1e6, example: 10 }),
  gap: time({ about: "Time between the messages of a burst.", fallback: "0 s", example: "50 ms", ...longestGap }),
} as const;

const traceFields = {
  file: text({ about: "CSV file with a header row; relative to the scenario file.", example: "trace.csv" }),
  time: text({
    about: "Column with the arrival times: seconds, or `2023-11-16 18:17:03.9799600`. Ascending.",
    fallback: "TIMESTAMP",
    example: "TIMESTAMP",
  }),
  share: share({ about: "Each tenant takes each row with this probability.", above: "0 %", fallback: "100 %", example: "5 %" }),
  speed: ratio({ about: "How many times faster than recorded the trace is replayed.", above: 0, max: 1e6, fallback: 1, example: 2 }),
  play: choice(["repeat", "once"], {
    about:
      "`repeat`: from a random row on, and around the end; `once`: from the first row, when the doors open, and nothing after the last.",
    fallback: "repeat",
  }),
  attribution: text({
    about: "Who made the trace and under which licence; printed in every report.",
    fallback: "none",
    example: "Azure Public Dataset, CC-BY 4.0",
  }),
} as const;

const poissonRate = quantity("rate", {
  about: "Independent arrivals at this mean rate (Poisson process), of one tenant.",
  above: "0/s",
  max: formatQuantity(MOST_ARRIVALS, "rate"),
  because: "one tenant is one customer",
  example: "5/s",
});

const instant = time({ about: "A time after the doors open.", example: "90 s", ...longestGap });

interface Context {
  readonly into: Compilation;
  readonly traces: TraceReader;
  /** Columns of traces that the requests use. */
  readonly columns: readonly string[];
}

interface Process {
  readonly schema: z.ZodType;
  /** Whether its requests come with the columns of a trace. */
  readonly hasColumns?: true;
  /** `path` is that of its own value. Undefined, and a diagnostic, if there is nothing to replay. */
  compile(path: Path, context: Context): ArrivalSpec | undefined | Promise<ArrivalSpec | undefined>;
}

/** By their keys. */
const PROCESSES: Readonly<Record<string, Process>> = {
  poisson: {
    schema: poissonRate.schema,
    compile: (path, { into }) => ({ kind: "poisson", rate: into.single(poissonRate, path) }),
  },
  periodic: {
    schema: group(periodicFields, "One message after the other at a fixed distance; each tenant begins at a random moment."),
    compile(path, { into }) {
      const { every, jitter } = into.resolve(periodicFields, { path });
      if (jitter > every / 2) {
        const most = formatQuantity(every / 2, "time");
        into.error([...path, "jitter"], {
          message: `a jitter of ${formatQuantity(jitter, "time")} lets messages overtake each other`,
          expected: `at most half of the period, ${most}`,
          fix: `write "${most}"`,
        });
      }
      return { kind: "periodic", every, jitter };
    },
  },
  bursts: {
    schema: group(burstFields, "Bursts of messages at random moments."),
    compile(path, { into }) {
      const bursts = into.resolve(burstFields, { path });
      if (bursts.size / bursts.every > MOST_ARRIVALS) {
        into.error([...path, "size"], {
          message: `bursts of ${bursts.size} messages every ${formatQuantity(bursts.every, "time")} are ${formatQuantity(bursts.size / bursts.every, "rate")}`,
          expected: `at most ${formatQuantity(MOST_ARRIVALS, "rate")} (one tenant is one customer)`,
          fix: "make the bursts smaller, or rarer",
        });
      }
      return { kind: "bursts", ...bursts };
    },
  },
  at: {
    schema: described(z.array(instant.schema).min(1), "One request at each of these times after the doors open, of every tenant.", [
      "1 s",
      "2.5 s",
      "90 s",
    ]),
    compile(path, { into }) {
      const times = (into.raw(path) as readonly unknown[]).map((_, index) => into.single(instant, [...path, index]));
      return { kind: "instants", times: times.sort((a, b) => a - b) };
    },
  },
  trace: {
    schema: group(traceFields, "Recorded arrivals."),
    hasColumns: true,
    async compile(path, { into, traces, columns }) {
      const { file, time, share, speed, play, attribution } = into.resolve(traceFields, { path });
      const trace = await traces.read([...path, "file"], file, time, columns);
      if (attribution !== "none") traces.attributions.push(`${file}: ${attribution}`);
      if (trace === undefined) return undefined;
      return { kind: "trace", trace, share, speed, ...(play === "once" ? { once: true } : {}) };
    },
  },
};

export const arrivalsSchema = (): z.ZodType =>
  oneOrMany(
    exactlyOne(Object.fromEntries(Object.entries(PROCESSES).map(([key, { schema }]) => [key, schema])), "One stream of requests."),
    "When the requests of one tenant arrive: one stream, or several that add up.",
  );

/** The streams at `path`: one, a list of them, or none where an application has clients instead. */
export async function compileArrivals(path: Path, context: Context): Promise<ArrivalSpec[]> {
  const raw = context.into.raw(path);
  if (raw === undefined) return [];
  const paths: Path[] = Array.isArray(raw) ? raw.map((_, index) => [...path, index]) : [path];
  const result: ArrivalSpec[] = [];
  for (const at of paths) {
    const key = keyOf(context.into.raw(at));
    const arrivals = await (PROCESSES[key] as Process).compile([...at, key], context);
    if (arrivals !== undefined) result.push(arrivals);
  }
  return result;
}

/** Whether all streams at `path` bring columns with their requests. */
export function allHaveColumns(path: Path, into: Compilation): boolean {
  const streams = [into.raw(path) ?? []].flat();
  return streams.length > 0 && streams.every((stream) => PROCESSES[keyOf(stream)]?.hasColumns);
}

const keyOf = (stream: unknown): string => Object.keys(stream as object)[0] as string;
