/** The reference page of the scenario language, generated from its schema: docs/scenario-language.md. */
import type { JsonSchema } from "./text/json-schema.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly { readonly required?: readonly string[] }[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const INTRODUCTION = `# Scenario language

A scenario is one YAML 1.2 or JSON file. This page is generated from the schema that checks it; \`plimsoll schema\` prints the same as a
JSON Schema, which editors can use for completion and hints: \`plimsoll init\` writes it beside the scenario. The [cookbook](cookbook.md) has scenarios for many tasks.

- **Units are required** and case-sensitive: \`250 ms\`, \`64 MiB\`, \`5/s\`, \`1 Gbit/s\`, \`1.8 GHz\`, \`5 %\`, \`289 points\`. Times: ns, us, ms, s, min, h.
  Sizes: B, KiB, MiB, GiB, TiB in steps of 1024, and kB, MB, GB in steps of 1000. Counts have no unit; cores may be written \`1.5\`, \`1.5 cores\` or \`1500m\`.
- **Unknown keys are errors.** Keys that begin with \`x-\` are free, anywhere: for notes, and for anchors (\`&name\`) that are used elsewhere
  (\`*name\`, \`<<: *name\`).
- **Presets** (\`plimsoll presets\`) hold measured values of real machines and software, each with its source. A preset is named alone
  (\`hypervisor: kvm\`), or with values that replace its own (\`hypervisor: { preset: kvm, memory: 100 MiB }\`).
- **CPU times name the core they were measured on** (\`on: raspberry-pi-4\`) and scale with the speed of the host's cores.
- A default in the tables applies where neither the scenario nor its preset has a value.
- Paths of files are relative to the scenario.
`;

/** Text of the page (Markdown) for the JSON Schema of a scenario file. */
export function scenarioReference(schema: JsonSchema): string {
  const root = schema as Schema;
  const seen = new Map<string, string>();
  const sections = Object.entries(root.properties ?? {})
    .filter(([, schema]) => isNested(schema))
    .map(([key, schema]) => section(key, schema, 2, seen));
  const top = table(Object.entries(root.properties ?? {}), root);
  const page = [INTRODUCTION, "## The file\n", top, ...sections].join("\n");
  return `${page.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

/** One map: its table of keys, then its nested maps. A map that comes again refers to its first place. */
function section(path: string, schema: Schema, depth: number, seen: Map<string, string>): string {
  const { schema: map, path: full } = entered(path, schema);
  const heading = `\n${"#".repeat(Math.min(depth, 4))} \`${full}\`\n`;
  const about = [...new Set([schema.description ?? "", map.description ?? ""])].filter((text) => text !== "").join(" ");
  const content = JSON.stringify([map.properties, map.oneOf]);
  const first = seen.get(content);
  if (first !== undefined) return [heading, `${about} The same keys as \`${first}\`.\n`].join("\n");
  seen.set(content, full);
  const alternatives =
    map.oneOf === undefined ? "" : `Exactly one of ${map.oneOf.map(({ required }) => `\`${required?.[0]}\``).join(", ")}.\n`;
  const keys = Object.entries(map.properties ?? {});
  const nested = keys.filter(([, below]) => isNested(below)).map(([key, below]) => section(`${full}.${key}`, below, depth + 1, seen));
  return [heading, `${about}\n`, ...(alternatives === "" ? [] : [alternatives]), table(keys, map), ...nested].join("\n");
}

function table(keys: readonly (readonly [string, Schema])[], { required = [], oneOf, properties = {} }: Schema): string {
  if (keys.length === 0) return "";
  const alternatives = new Set(oneOf?.flatMap((each) => each.required ?? []));
  const rows = keys.map(([key, schema]) => {
    const own = schema.default === undefined ? undefined : `\`${written(schema.default)}\``;
    const fromPreset = "preset" in properties && key !== "preset" && !isNested(schema);
    const need = fromPreset
      ? `the preset's${own === undefined ? "" : `, else ${own}`}`
      : (own ?? (required.includes(key) ? "required" : alternatives.has(key) ? "one of these" : ""));
    const example = schema.examples === undefined ? "" : `\`${written(schema.examples[0])}\``;
    return [`\`${key}\``, (schema.description ?? "").replaceAll("|", "\\|"), kind(schema), need, example];
  });
  return aligned([["Key", "What it is", "Form", "Default", "Example"], ...rows]);
}

/** A Markdown table with columns of one width, as the formatter has them. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] as readonly string[]).map((_, column) => Math.max(3, ...rows.map((row) => (row[column] as string).length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join(" | ")} |`;
  const [head, ...body] = rows.map(line);
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body, ""].join("\n");
}

/** Through names, lists and the short form of presets to the map with the keys. */
function entered(path: string, schema: Schema): { schema: Schema; path: string } {
  if (schema.properties !== undefined) return { schema, path };
  const maps = schema.anyOf?.filter((each) => each.properties !== undefined) ?? [];
  if (maps.length > 0) return { schema: maps.length === 1 ? (maps[0] as Schema) : oneOfMaps(maps), path };
  if (schema.items !== undefined) return entered(`${path}[]`, schema.items);
  if (typeof schema.additionalProperties === "object") return entered(`${path}.NAME`, schema.additionalProperties);
  return { schema, path };
}

/** Maps that stand for each other, each with keys of its own, as one of which one key is given. */
const oneOfMaps = (maps: readonly Schema[]): Schema => ({
  properties: Object.assign({}, ...maps.map(({ properties }) => properties)) as Readonly<Record<string, Schema>>,
  oneOf: maps.map(({ required = [] }) => ({ required })),
});

const isNested = (schema: Schema): boolean => entered("", schema).schema.properties !== undefined;

function kind(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.length > 6 ? "word" : schema.enum.map((word) => `\`${word}\``).join(", ");
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(kind))].join(" or ");
  if (schema.items !== undefined) return "list";
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return "map";
  if (schema.pattern !== undefined) return "quantity";
  if (schema.type === "integer") return "whole number";
  return Array.isArray(schema.type)
    ? schema.type.map((type) => (type === "integer" ? "whole number" : "text")).join(" or ")
    : schema.type === "string"
      ? "text"
      : String(schema.type ?? "");
}

/** As it would stand in a YAML file, on one line. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${written(each)}`)
      .join(", ")} }`;
  }
  return String(value);
}
