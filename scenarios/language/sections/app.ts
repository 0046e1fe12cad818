/** Applications: arrivals, requests, memory, and how many requests one instance takes. */
import { z } from "zod";
import type { AppSpec, StepSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { count, flag, orWord, share, size, text, time } from "../text/fields.ts";
import { given, group } from "../text/maps.ts";
import type { Compilation } from "../text/resolve.ts";
import { nested, type Values } from "../text/tables.ts";
import { accessField } from "./access.ts";
import { allHaveColumns, arrivalsSchema, compileArrivals } from "./arrivals.ts";
import { compileClients, clientsSchema } from "./clients.ts";
import { longestGap, notAbove } from "./common.ts";
import { compileCoreSpeed, coreName } from "./core.ts";
import { compileRequest, payload, requestSchema, usedColumns } from "./request.ts";
import type { TraceReader } from "./trace-reader.ts";

const appFields = {
  message: size({ about: "Size of a request on the wire.", fallback: "256 B", example: "256 B", ...payload }),
  memory: nested("Memory that the application needs, without a language runtime.", {
    code: size({ about: "Program text and read-only files; shared where the page cache is.", example: "12 MiB", max: "1 TiB" }),
    heap: size({ about: "Memory of its own, that only swap can hold when it has to leave.", example: "30 MiB", max: "1 TiB" }),
    workingSet: size({ about: "Pages in current use, of code and heap in proportion.", example: "20 MiB", max: "1 TiB" }),
    access: accessField,
    data: size({
      about: "Data files that buffered reads and writes use.",
      fallback: "0 B",
      example: "200 MiB",
      max: "1 TiB",
    }),
    layer: text({
      about: "Content of the program files, such as a layer's digest: applications that name the same one share its pages; or `own`.",
      fallback: "own",
      example: "sha256:4bcf",
    }),
    dirtyShare: share({ about: "Probability that a reference to a heap page writes to it.", fallback: "50 %", example: "50 %" }),
  }),
  pageWalkShare: share({
    about: "Share of native run time spent in page walks when the working set is far beyond the TLB's reach.",
    max: "90 %",
    because: "the rest is the work itself",
    fallback: "5 %",
    example: "5 %",
  }),
  hugePages: flag({
    about: "Whether its system, in a virtual machine the guest, maps its memory by huge pages (2 MiB where base pages have 4 KiB).",
    fallback: false,
  }),
  systemCalls: count({
    about: "System calls of one request; each pays the security module.",
    min: 0,
    max: 1e6,
    fallback: 20,
    because: "a request is not a batch job",
    example: 20,
  }),
  threads: count({ about: "Requests that one instance serves at once.", min: 1, max: 10000, fallback: 8, example: 8 }),
  backlog: count({
    about: "Requests that may wait for a thread of one instance; one more is refused.",
    min: 0,
    max: 1e6,
    fallback: 100,
    example: 100,
  }),
  patience: orWord("forever", time({ about: "", above: "0 s", ...longestGap }), {
    about: "An answer later than this counts as an error, though it is carried out to the end; or `forever`.",
    fallback: "forever",
    example: "10 s",
  }),
} as const;

const startFields = {
  cpu: time({ about: "CPU work of the application's own start.", example: "200 ms", max: "1 h" }),
  after: time({
    about: "It begins to start this long after its tenant does; a restart does not wait.",
    fallback: "0 s",
    example: "30 s",
    max: "24 h",
    because: "it is waited for in every run",
  }),
} as const;

export const appSchema = (): z.ZodType =>
  group(
    appFields,
    "One application; every tenant has one instance of it.",
    {
      arrivals: arrivalsSchema(),
      clients: clientsSchema(),
      request: requestSchema(),
      start: z
        .strictObject({
          cpu: startFields.cpu.schema.optional(),
          on: coreName.schema.optional(),
          after: startFields.after.schema.optional(),
        })
        .meta({
          description:
            "The application's own start, before its first request: CPU work, with the core that it was measured on; and when it begins.",
          examples: [{ cpu: "200 ms", on: "raspberry-pi-4" }],
        })
        .optional(),
    },
    { oneOf: ["arrivals", "clients"] },
  );

export async function compileApp(name: string, into: Compilation, traces: TraceReader): Promise<AppSpec> {
  const path: Path = ["apps", name];
  const { message, memory, patience, ...limits } = into.resolve(appFields, { path });
  const request = compileRequest([...path, "request"], into);
  const uses = usedColumns([...path, "request"], into);
  const columns = [...new Set(uses.flatMap((use) => use.columns))];
  const arrivals = await compileArrivals([...path, "arrivals"], { into, traces, columns });
  if (columns.length > 0 && !allHaveColumns([...path, "arrivals"], into)) refuseColumns((uses[0] as (typeof uses)[number]).path, into);
  const { code, heap, workingSet } = memory;
  notAbove([...path, "memory", "workingSet"], workingSet, code + heap, "code and heap together", into);
  const start = compileStart([...path, "start"], into);
  return {
    name,
    arrivals,
    ...(into.raw([...path, "clients"]) === undefined ? {} : { clients: compileClients([...path, "clients"], into) }),
    message,
    request,
    memory: memoryOf(path, memory, request, into),
    ...start,
    ...limits,
    patience: patience === "forever" ? Number.POSITIVE_INFINITY : patience,
  };
}

/** Work before the first request; an application that says nothing of it needs none. A time and its core go together. */
function compileStart(path: Path, into: Compilation): Pick<AppSpec, "startCpu" | "startSpeed" | "startAfter"> {
  const raw = into.raw(path);
  const missing = (["cpu", "on"] as const).filter((key) => !given(raw, key));
  const after = given(raw, "after") ? { startAfter: into.single(startFields.after, [...path, "after"]) } : {};
  if (raw === undefined || (missing.length === 2 && given(raw, "after"))) {
    into.record(raw === undefined ? path : [...path, "cpu"], "none", "default");
    return { startCpu: 0, startSpeed: 1, ...after };
  }
  for (const key of missing) {
    const expected = key === "cpu" ? "the CPU work of the start" : "the core that its CPU work was measured on";
    into.error([...path, key], { message: `"${key}" is missing`, expected, fix: `add "${key}: ..." here` });
  }
  if (missing.length > 0) return { startCpu: 0, startSpeed: 1 };
  return { startCpu: into.single(startFields.cpu, [...path, "cpu"]), startSpeed: compileCoreSpeed([...path, "on"], into), ...after };
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

/** Columns need requests that have them. */
function refuseColumns(path: Path, into: Compilation): void {
  into.error(
    path,
    {
      message: "requests that do not come from a trace have no columns",
      expected: "only `trace` arrivals beside `columns`",
      fix: "give the demand as a distribution, or take the arrivals from a trace",
    },
    "key",
  );
}
