/** The preset files: measured values of real machines and software, each with its source. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { PRESET_KINDS } from "../language/sections/kinds.js";
import { isPresetValue, } from "../language/text/presets.js";
/** The folder that holds package.json, whether this file runs from source or from dist/. */
export function packageRoot() {
    let folder = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(folder, "package.json"))) {
        if (dirname(folder) === folder)
            throw new Error("plimsoll: package.json not found above the program; the installation is incomplete");
        folder = dirname(folder);
    }
    return folder;
}
let library;
/** All presets of one kind, by name. */
export function presetsOf(kind) {
    library ??= new Map(PRESET_KINDS.map((each) => [each.kind, readKind(each.kind)]));
    return library.get(kind);
}
export const shippedPresets = { of: presetsOf };
function readKind(kind) {
    const folder = join(packageRoot(), "scenarios", "presets", kind);
    const presets = new Map();
    const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    for (const file of files.sort()) {
        const { title, about, values, variants = {} } = parse(readFileSync(join(folder, file), "utf8"));
        const name = file.slice(0, -".yaml".length);
        presets.set(name, { kind, name, title, about, values, variants: Object.keys(variants) });
        for (const [variant, own] of Object.entries(variants)) {
            const { title: ownTitle, about: ownAbout, values: ownValues } = own;
            presets.set(variant, {
                kind,
                name: variant,
                title: ownTitle,
                about: ownAbout,
                values: merged(values, ownValues),
                variants: [],
                variantOf: name,
            });
        }
    }
    return presets;
}
function merged(base, own) {
    const result = { ...base };
    for (const [key, entry] of Object.entries(own)) {
        const below = base[key];
        result[key] = isPresetValue(entry) || below === undefined || isPresetValue(below) ? entry : merged(below, entry);
    }
    return result;
}
