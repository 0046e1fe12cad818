/** The schema of a scenario file. It checks the form; what the values mean together is checked when they are compiled. */
import { z } from "zod";
import { presetsOf } from "../presets/library.ts";
import { appSchema } from "./app-schema.ts";
import {
  compressorFields,
  diskFields,
  engineFields,
  type Fields,
  functionFields,
  guestFields,
  hostFields,
  hypervisorFields,
  type Kind,
  KINDS,
  networkFields,
  platformFields,
  runtimeFields,
  securityFields,
} from "./components.ts";
import { choice, count, custom, described, flag, orWord, quantity, shown, size, text, time } from "./fields.ts";
import { exactlyOne, group } from "./schema-parts.ts";
import type { Parsed } from "./units.ts";

export const MAX_TENANTS = 100_000;

/** Presets that are taken where a scenario names none. */
export const DEFAULT_PRESETS = {
  hypervisors: "kvm",
  guests: "alpine",
  engines: "docker",
  security: "apparmor",
  platforms: "openwhisk",
} as const;

/** A preset by its name alone, or as a map with the values that differ. */
function presetOr(kind: Kind, fields: Fields, about: string): z.ZodType {
  const names = [...presetsOf(kind).keys()];
  const name = choice(names, { about: "A preset by its name.", example: names[0], noun: KINDS[kind].noun }).schema;
  const either = z.union([name, withPreset(kind, fields, about)]);
  if (!(kind in DEFAULT_PRESETS)) return described(either, about, names[0]);
  const preset = DEFAULT_PRESETS[kind as keyof typeof DEFAULT_PRESETS];
  return described(either, about, preset, preset).optional();
}

function withPreset(kind: Kind, fields: Fields, about: string, more: Record<string, z.ZodType> = {}): z.ZodType {
  const names = [...presetsOf(kind).keys()];
  const preset = choice(names, {
    about: `Preset to start from: ${names.join(", ")}. Values beside it replace its own.`,
    example: names[0],
    noun: `${KINDS[kind].noun} preset`,
  });
  return group(fields, about, { preset: preset.schema.optional(), ...more }, { presettable: true });
}

export const zramSize = size({ about: "Pages that it takes, before compression.", above: "0 B", example: "2 GiB", max: "64 TiB" });

export const pagingFields = {
  swappiness: count({
    about: "Balance of reclaim: 0 takes pages of files first, 100 all alike, 200 memory of programs first.",
    min: 0,
    max: 200,
    fallback: 60,
    example: 60,
  }),
  pageCluster: count({
    about: "Swap read-ahead: at most 2 to this power of pages come with one read.",
    min: 0,
    max: 5,
    because: "32 pages are one cluster",
    fallback: 3,
    example: 3,
  }),
  dirtyBackgroundRatio: quantity("share", {
    about: "Share of free and file pages that may be dirty before they are written in the background.",
    max: "100 %",
    fallback: "10 %",
    example: "10 %",
  }),
  dirtyRatio: quantity("share", {
    about: "Share beyond which writers wait.",
    max: "100 %",
    fallback: "20 %",
    example: "20 %",
  }),
  dirtyExpire: time({ about: "Age at which a dirty page is written.", max: "24 h", fallback: "30 s", example: "30 s" }),
  dirtyInterval: time({ about: "Time between looks for dirty pages.", above: "0 s", max: "24 h", fallback: "5 s", example: "5 s" }),
} as const;

export const swapFields = {
  on: text({ about: "Name of the disk; left out, the first one.", fallback: "main", example: "main" }),
  size: size({ about: "Size of the swap space.", above: "0 B", example: "2 GiB", max: "64 TiB" }),
} as const;

/** A list of CPUs and ranges of them, as the kernel writes it: "0-3,5". */
const parseCpuset = (raw: unknown): Parsed<"all" | readonly number[]> => {
  const expected = 'CPUs and ranges of them, for example "0-3,5", or "all"';
  if (raw === "all") return { value: "all" };
  const problem = { problem: { message: `found ${shown(raw)}`, expected } };
  if (typeof raw !== "number" && typeof raw !== "string") return problem;
  const cpus = new Set<number>();
  for (const part of String(raw).split(",")) {
    const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
    if (match === null) return problem;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return { problem: { message: `"${part.trim()}" ends before it begins`, expected, fix: `write "${last}-${first}"` } };
    for (let cpu = first; cpu <= last; cpu++) cpus.add(cpu);
  }
  return { value: [...cpus].sort((a, b) => a - b) };
};

export const cpusetField = custom(
  parseCpuset,
  (value) => (value === "all" ? value : value.join(",")),
  { type: ["string", "integer"] },
  {
    about:
      "CPUs (hardware threads, from 0) that it may use (docker run --cpuset-cpus, libvirt cpuset); `all` of the host by default. Needs the scheduler `slices`.",
    fallback: "all",
    example: "0-3",
  },
);

export const vmFields = {
  vcpus: count({ about: "Virtual processors.", min: 1, max: 1024, fallback: 1 }),
  cpuset: cpusetField,
  memory: size({ about: "Memory that the guest is given.", min: "1 MiB", example: "256 MiB", max: "64 TiB" }),
  swap: size({ about: "Swap file of the guest, on its virtual disk; 0 B: none.", fallback: "0 B", example: "128 MiB", max: "64 TiB" }),
  hugePages: flag({
    about: "Whether the host backs that memory by huge pages (2 MiB where its base pages have 4 KiB), which shortens nested page walks.",
    fallback: false,
  }),
} as const;

export const imageFields = {
  base: text({
    about: "Name of the base image. Virtual machines of one base share its pages in the host's page cache.",
    example: "alpine.qcow2",
  }),
} as const;

export const containerFields = {
  cpus: orWord("unlimited", quantity("cores", { about: "", above: "0 cores", max: "1024 cores" }), {
    about:
      "Quota of the container (docker run --cpus): this many times `cpuPeriod` of CPU time in each `cpuPeriod`, then none until it ends; or `unlimited`: all cores of the host.",
    fallback: "unlimited",
    example: 1,
  }),
  cpuPeriod: time({
    about: "Period of the quota (docker run --cpu-period).",
    min: "1 ms",
    max: "1 s",
    because: "the kernel takes no others",
    fallback: "100 ms",
    example: "100 ms",
  }),
  cpuWeight: count({
    about: "Share against other containers when cores are scarce (cgroup cpu.weight).",
    min: 1,
    max: 10000,
    because: "the kernel takes no others",
    fallback: 100,
    example: 100,
  }),
  cpuset: cpusetField,
  memory: orWord("unlimited", size({ about: "", min: "1 KiB", max: "64 TiB" }), {
    about: "Memory limit of the container; or `unlimited`: all memory of the host.",
    fallback: "unlimited",
    example: "64 MiB",
  }),
  swap: orWord("same", size({ about: "", max: "64 TiB" }), {
    about: "Swap space that the container may use; or `same`: as much as its memory limit.",
    fallback: "same",
    example: "64 MiB",
  }),
} as const;

export const PERCENTILES = ["p50", "p90", "p95", "p99", "p99.9"] as const;
export const latencyField = time({ about: "Limit of this percentile of the response time.", above: "0 s", max: "24 h", example: "250 ms" });
export const errorsField = quantity("share", {
  about: "Largest share of requests that may fail.",
  max: "100 %",
  fallback: "1 %",
  example: "1 %",
});

export const restartFields = {
  every: time({
    about: "Mean time between crashes of one instance, each followed by a restart.",
    min: "1 s",
    max: "87600 h",
    because: "an instance takes longer to start, and lives no longer",
    example: "6 h",
  }),
} as const;

export interface TenantRange {
  readonly min: number;
  readonly max: number;
}

const parseTenants = (raw: unknown): Parsed<TenantRange> => {
  const expected = `a number of tenants or a range of them, 1 to ${MAX_TENANTS}, for example "1..200"`;
  const match = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/.exec(typeof raw === "number" ? `${raw}..${raw}` : String(raw));
  if (match === null) return { problem: { message: `found ${shown(raw)}`, expected } };
  const [min, max] = [Number(match[1]), Number(match[2])];
  if (min < 1 || max > MAX_TENANTS) return { problem: { message: `${shown(raw)} is out of bounds`, expected } };
  if (min > max) return { problem: { message: `${shown(raw)} ends before it begins`, expected, fix: `write "${max}..${min}"` } };
  return { value: { min, max } };
};

const parseSeed = (raw: unknown): Parsed<number | string> => {
  const expected = "a whole number of at most 9007199254740991, or a text";
  if (typeof raw === "string" && raw !== "") return { value: raw };
  if (typeof raw === "number" && Number.isSafeInteger(raw)) return { value: raw };
  if (typeof raw === "number" && Number.isInteger(raw)) {
    return { problem: { message: "this seed is too large to be kept exactly as a number", expected, fix: "put it in quotes" } };
  }
  return { problem: { message: `found ${shown(raw)}`, expected } };
};

const horizon = "the simulated clock counts nanoseconds exactly up to 104 days";

export const experimentFields = {
  seed: custom(
    parseSeed,
    String,
    { type: ["integer", "string"] },
    { about: "Start of all random streams. The same seed gives the same results, bit for bit.", fallback: 1, example: 1 },
  ),
  tenants: custom(
    parseTenants,
    ({ min, max }) => (min === max ? String(min) : `${min}..${max}`),
    {
      anyOf: [
        { type: "integer", minimum: 1, maximum: MAX_TENANTS },
        { type: "string", pattern: "^\\s*\\d+\\s*\\.\\.\\s*\\d+\\s*$" },
      ],
    },
    { about: "Range in which the load line is searched; one number: that load alone.", fallback: "1..200", example: "1..200" },
  ),
  duration: time({
    about: "Simulated time of one run, warm-up included.",
    min: "1 s",
    max: "2400 h",
    because: horizon,
    fallback: "10 min",
    example: "10 min",
  }),
  warmup: orWord("auto", time({ about: "", max: "2400 h", because: horizon }), {
    about: "Time at the start that is not counted; `auto`: found by the MSER-5 rule, and not before every instance has started.",
    fallback: "auto",
    example: "auto",
  }),
  replications: {
    min: count({
      about: "Independent runs of each point at least.",
      min: 2,
      max: 10000,
      because: "an interval needs two",
      fallback: 5,
      example: 5,
    }),
    max: count({ about: "And at most.", min: 2, max: 10000, because: "an interval needs two", fallback: 30, example: 30 }),
    until: quantity("share", {
      about: "Stop when the interval's half-width is this share of its mean.",
      above: "0 %",
      max: "100 %",
      fallback: "5 %",
      example: "5 %",
    }),
  },
  confidence: quantity("share", {
    about: "Confidence of every interval and decision.",
    min: "50 %",
    max: "99.99 %",
    because: "below it is a guess, above it takes forever",
    fallback: "95 %",
    example: "95 %",
  }),
} as const;

const placements = (): Record<string, z.ZodType> => ({
  vm: group(vmFields, "A virtual machine for each instance.", {
    hypervisor: presetOr("hypervisors", hypervisorFields, "What runs the virtual machines."),
    guest: presetOr("guests", guestFields, "Operating system inside."),
    image: group(imageFields, "Disk image.").optional(),
  }),
  container: group(containerFields, "A container for each instance.", {
    engine: presetOr("engines", engineFields, "What runs the containers."),
    security: presetOr("security", securityFields, "Security module."),
  }),
  function: group(
    functionFields,
    "A serverless function: instances come and go with the requests. Limits that are left out follow the platform.",
    {
      platform: presetOr("platforms", platformFields, "What runs the functions."),
      runtime: presetOr("runtimes", runtimeFields, "Language runtime of an instance."),
      engine: presetOr("engines", engineFields, "What runs the instances' containers."),
      security: presetOr("security", securityFields, "Security module."),
    },
    { presettable: true },
  ),
});

let schema: z.ZodType | undefined;

/** Of a whole scenario file. Names of presets are part of it. */
export function scenarioSchema(): z.ZodType {
  schema ??= build();
  return schema;
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** A map from names, chosen by the author, to one thing each. */
function named(value: z.ZodType, about: string): z.ZodType {
  return z
    .record(z.string(), value)
    .refine((map) => Object.keys(map).length > 0, { params: { problem: { message: "this map is empty", expected: "at least one entry" } } })
    .meta({ description: about, propertyNames: { pattern: NAME.source }, minProperties: 1 });
}

export const isName = (name: string): boolean => NAME.test(name);

function build(): z.ZodType {
  const disk = presetOr("disks", diskFields, "A disk: a preset, a preset with values that differ, or all values.");
  const host = withPreset("hosts", hostFields, "One machine.", {
    disks: named(disk, "Disks by name; left out, one as the preset says.").optional(),
    systemDisk: text({ about: "Name of the disk that holds images and data; left out, the first one.", example: "main" }).schema.optional(),
    swap: group({}, "Swap space: on a disk, in compressed memory, or both; left out, there is none.", {
      on: swapFields.on.schema.optional(),
      size: swapFields.size.schema.optional(),
      zram: withPreset("compressors", compressorFields, "Swap in compressed memory, used before the disk.", {
        size: zramSize.schema,
      }).optional(),
    }).optional(),
    paging: group(pagingFields, "What the kernel does when memory gets short; defaults are those of Linux.").optional(),
    network: presetOr("networks", networkFields, "The way to the clients; left out, nothing but the interface and its latency.").optional(),
  });
  const placement = placements();
  const deployment = exactlyOne(
    { ...placement, apps: named(exactlyOne(placements(), "Where this application runs."), "A placement of its own for each application.") },
    "One way to run all applications; deployments are compared side by side.",
    {
      host: text({ about: "Name of the host; may be left out if there is only one.", example: "gateway" }).schema.optional(),
      restarts: group(restartFields, "Crashes and restarts.").optional(),
    },
  );
  const objective = z
    .strictObject({
      latency: exactlyOne(
        Object.fromEntries(PERCENTILES.map((name) => [name, latencyField.schema])),
        "One percentile of the response time and its limit.",
      ),
      errors: errorsField.schema.optional(),
    })
    .meta({ description: "What counts as good enough.", examples: [{ latency: { p99: "250 ms" }, errors: "1 %" }] });
  const version = count({ about: "Version of the scenario language.", min: 1, max: 1 });
  return z
    .strictObject({
      plimsoll: version.schema,
      title: text({ about: "One line for the report.", example: "Sensor pipelines on one gateway" }).schema.optional(),
      hosts: named(host, "Machines by name."),
      apps: named(appSchema(), "Applications by name."),
      deployments: named(deployment, "Ways to run them, by name."),
      objective,
      experiment: group(experimentFields, "How it is simulated.").optional(),
    })
    .meta({
      title: "Plimsoll scenario",
      description: "A scenario: machines, applications, ways to run them, and what counts as good enough.",
      patternProperties: { "^x-": {} },
    });
}
