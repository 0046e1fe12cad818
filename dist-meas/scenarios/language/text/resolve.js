/** Gives every field its value - from the scenario, else from a preset, else its default - and keeps the origin of each. */
import { basename } from "node:path";
import { isPresetValue, presetName } from "./presets.js";
import { isField } from "./tables.js";
/** What is collected while a scenario is compiled. */
export class Compilation {
    document;
    presets;
    values = [];
    diagnostics = [];
    #name;
    constructor(document, presets) {
        this.document = document;
        this.presets = presets;
        this.#name = basename(document.source.file);
    }
    /** The value in the file at `path`. */
    raw(path) {
        let at = this.document.value;
        for (const step of path)
            at = typeof at === "object" && at !== null ? at[step] : undefined;
        return at;
    }
    error(path, problem, part = "value") {
        this.#add(path, problem, part, "error");
    }
    warn(path, problem, part = "value") {
        this.#add(path, problem, part, "warning");
    }
    #add(path, problem, part, severity) {
        this.diagnostics.push(this.document.source.diagnostic(problem, this.document.locate(path, part), severity));
    }
    /** "file:line" of a value. */
    origin(path) {
        return `${this.#name}:${this.document.line(path)}`;
    }
    /** Notes a value that needs no field. */
    record(path, value, origin = this.origin(path)) {
        this.values.push({ path: path.join("."), value, origin });
    }
    /** Values of all fields of a table. Those that are nowhere to be found become one error. */
    resolve(fields, layers) {
        const missing = [];
        const values = presetValues(layers);
        const result = this.#resolve(fields, layers.path, values, layers, missing);
        if (missing.length > 0) {
            const names = missing.length === 1 ? `"${missing[0]}" is missing` : `these are missing: ${missing.join(", ")}`;
            this.error(layers.path, { message: names, expected: "all values, or a preset that has them", fix: 'add them, or name a preset with "preset: ..."' }, "key");
        }
        return result;
    }
    #resolve(fields, path, preset, layers, missing, prefix = "") {
        const result = {};
        for (const [key, entry] of Object.entries(fields)) {
            const below = preset?.[key];
            if (isField(entry)) {
                const value = this.#field(entry, [...path, key], isPresetValue(below) ? below : undefined, layers, layers.defaults?.[key] ?? entry.fallback);
                if (value === undefined)
                    missing.push(prefix + key);
                else
                    result[key] = value;
            }
            else {
                const group = below !== undefined && !isPresetValue(below) ? below : undefined;
                result[key] = this.#resolve(entry.fields, [...path, key], group, layers, missing, `${prefix}${key}.`);
            }
        }
        return result;
    }
    #field(field, path, preset, layers, fallback) {
        const written = this.raw(path);
        const raw = written ?? preset?.value ?? fallback;
        if (raw === undefined)
            return undefined;
        const parsed = field.parse(raw);
        if ("problem" in parsed) {
            if (written === undefined)
                throw new Error(`${path.join(".")}: preset or default "${String(raw)}": ${parsed.problem.message}`);
            return undefined;
        }
        const text = field.format(parsed.value);
        const at = path.join(".");
        if (written !== undefined)
            this.values.push({ path: at, value: text, origin: this.origin(path) });
        else if (preset !== undefined) {
            const range = preset.range === undefined ? {} : { range: preset.range };
            this.values.push({ path: at, value: text, origin: `preset ${layers.preset?.name}`, source: preset.source, ...range });
        }
        else
            this.values.push({ path: at, value: text, origin: "default" });
        return parsed.value;
    }
    /** The preset of this name; undefined without a name, or if the library has none. */
    preset(kind, name) {
        return name === undefined ? undefined : this.presets.of(kind.kind).get(name);
    }
    /** A component given by a preset's name, by a map, or not at all: then it is the preset `fallback`. */
    component(kind, path, fallback = kind.fallback) {
        const raw = this.raw(path);
        const name = presetName(raw) ?? (raw === undefined ? fallback : undefined);
        const preset = this.preset(kind, name);
        this.record(path, name ?? "custom", raw === undefined ? "default" : undefined);
        return { ...this.resolve(kind.fields, { path, preset }), name: preset?.name ?? "custom", title: preset?.title ?? "custom" };
    }
    /** One field that stands alone. */
    single(field, path) {
        return this.#field(field, path, undefined, { path }, field.fallback);
    }
}
function presetValues({ preset, within }) {
    if (preset === undefined || within === undefined)
        return preset?.values;
    const group = preset.values[within];
    return group === undefined || isPresetValue(group) ? undefined : group;
}
