/** Gives every field its value - from the scenario, else from a preset, else its default - and keeps the origin of each. */
import { basename } from "node:path";
import type { Diagnostic } from "./diagnostics.ts";
import type { InputDocument, Path } from "./document.ts";
import type { Field } from "./fields.ts";
import { isPresetValue, type Preset, type PresetKind, presetName, type Presets, type PresetValue, type PresetValues } from "./presets.ts";
import type { Problem } from "./problem.ts";
import { type Fields, isField, type Values } from "./tables.ts";

/** One value, as it would be written, and where it is from. */
export interface ResolvedValue {
  readonly path: string;
  readonly value: string;
  /** "file:line", "preset NAME" or "default". */
  readonly origin: string;
  /** Citation and plausible range of a preset's value. */
  readonly source?: string;
  readonly range?: string;
}

export interface Layers {
  /** Where the values stand, or would stand, in the file. */
  readonly path: Path;
  readonly preset?: Preset | undefined;
  /** Group of the preset's values to look in; without it, all of them. */
  readonly within?: string;
  /** Stand in for a field's own default. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

/** What is collected while a scenario is compiled. */
export class Compilation {
  readonly document: InputDocument;
  readonly presets: Presets;
  readonly values: ResolvedValue[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #name: string;

  constructor(document: InputDocument, presets: Presets) {
    this.document = document;
    this.presets = presets;
    this.#name = basename(document.source.file);
  }

  /** The value in the file at `path`. */
  raw(path: Path): unknown {
    let at: unknown = this.document.value;
    for (const step of path) at = typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
    return at;
  }

  error(path: Path, problem: Problem, part: "key" | "value" = "value"): void {
    this.#add(path, problem, part, "error");
  }

  warn(path: Path, problem: Problem, part: "key" | "value" = "value"): void {
    this.#add(path, problem, part, "warning");
  }

  #add(path: Path, problem: Problem, part: "key" | "value", severity: Diagnostic["severity"]): void {
    this.diagnostics.push(this.document.source.diagnostic(problem, this.document.locate(path, part), severity));
  }

  /** "file:line" of a value. */
  origin(path: Path): string {
    return `${this.#name}:${this.document.line(path)}`;
  }

  /** Notes a value that needs no field. */
  record(path: Path, value: string, origin = this.origin(path)): void {
    this.values.push({ path: path.join("."), value, origin });
  }

  /** Values of all fields of a table. Those that are nowhere to be found become one error. */
  resolve<Table>(fields: Table, layers: Layers): Values<Table> {
    const missing: string[] = [];
    const values = presetValues(layers);
    const result = this.#resolve(fields as unknown as Fields, layers.path, values, layers, missing);
    if (missing.length > 0) {
      const names = missing.length === 1 ? `"${missing[0]}" is missing` : `these are missing: ${missing.join(", ")}`;
      this.error(
        layers.path,
        { message: names, expected: "all values, or a preset that has them", fix: 'add them, or name a preset with "preset: ..."' },
        "key",
      );
    }
    return result as Values<Table>;
  }

  #resolve(
    fields: Fields,
    path: Path,
    preset: PresetValues | undefined,
    layers: Layers,
    missing: string[],
    prefix = "",
  ): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(fields)) {
      const below = preset?.[key];
      if (isField(entry)) {
        const value = this.#field(
          entry,
          [...path, key],
          isPresetValue(below) ? below : undefined,
          layers,
          layers.defaults?.[key] ?? entry.fallback,
        );
        if (value === undefined) missing.push(prefix + key);
        else result[key] = value;
      } else {
        const group = below !== undefined && !isPresetValue(below) ? below : undefined;
        result[key] = this.#resolve(entry.fields, [...path, key], group, layers, missing, `${prefix}${key}.`);
      }
    }
    return result;
  }

  #field(field: Field<unknown>, path: Path, preset: PresetValue | undefined, layers: Layers, fallback: unknown): unknown {
    const written = this.raw(path);
    const raw = written ?? preset?.value ?? fallback;
    if (raw === undefined) return undefined;
    const parsed = field.parse(raw);
    if ("problem" in parsed) {
      if (written === undefined) throw new Error(`${path.join(".")}: preset or default "${String(raw)}": ${parsed.problem.message}`);
      return undefined;
    }
    const text = field.format(parsed.value);
    const at = path.join(".");
    if (written !== undefined) this.values.push({ path: at, value: text, origin: this.origin(path) });
    else if (preset !== undefined) {
      const range = preset.range === undefined ? {} : { range: preset.range };
      this.values.push({ path: at, value: text, origin: `preset ${layers.preset?.name}`, source: preset.source, ...range });
    } else this.values.push({ path: at, value: text, origin: "default" });
    return parsed.value;
  }

  /** The preset of this name; undefined without a name, or if the library has none. */
  preset(kind: PresetKind<unknown>, name: string | undefined): Preset | undefined {
    return name === undefined ? undefined : this.presets.of(kind.kind).get(name);
  }

  /** A component given by a preset's name, by a map, or not at all: then it is the preset `fallback`. */
  component<Table>(
    kind: PresetKind<Table>,
    path: Path,
    fallback = kind.fallback,
  ): Values<Table> & { readonly name: string; readonly title: string } {
    const raw = this.raw(path);
    const name = presetName(raw) ?? (raw === undefined ? fallback : undefined);
    const preset = this.preset(kind, name);
    this.record(path, name ?? "custom", raw === undefined ? "default" : undefined);
    return { ...this.resolve(kind.fields, { path, preset }), name: preset?.name ?? "custom", title: preset?.title ?? "custom" };
  }

  /** One field that stands alone. */
  single<Value>(field: Field<Value>, path: Path): Value {
    return this.#field(field as Field<unknown>, path, undefined, { path }, field.fallback) as Value;
  }
}

function presetValues({ preset, within }: Layers): PresetValues | undefined {
  if (preset === undefined || within === undefined) return preset?.values;
  const group = preset.values[within];
  return group === undefined || isPresetValue(group) ? undefined : group;
}
