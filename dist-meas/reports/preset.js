import { displayWidth, pad, wrap } from "./table.js";
const INDENT = 2;
const GAP = 2;
/** A source beside its value gets a column of at least this width; in less it goes below. */
const NARROWEST_SOURCE = 38;
/** Ends with a newline. Lines are at most `columns` wide, but for words that are longer. */
export function renderPreset(preset, { columns, style }) {
    const values = preset.groups.flatMap((group) => group.values);
    const widest = (text) => Math.max(...values.map((value) => displayWidth(text(value))));
    const widths = { key: widest(({ key }) => key), value: widest(({ value }) => value), range: widest(({ range }) => range) };
    const left = INDENT + widths.key + GAP + widths.value + GAP + widths.range + GAP;
    const beside = columns - left >= NARROWEST_SOURCE;
    const lines = ({ key, value, range, source }) => {
        const cells = " ".repeat(INDENT) + pad(key, widths.key + GAP) + style.bold(pad(value, widths.value + GAP));
        const row = cells + pad(range, widths.range + GAP);
        if (beside) {
            const [first = "", ...rest] = wrap(source, columns - left);
            return [row + style.dim(first), ...rest.map((line) => " ".repeat(left) + style.dim(line))];
        }
        const below = " ".repeat(2 * INDENT);
        return [row.trimEnd(), ...wrap(source, columns - below.length).map((line) => below + style.dim(line))];
    };
    const head = [
        `${style.bold(preset.name)}: ${preset.title} (${preset.noun})`,
        ...wrap(preset.about, columns),
        ...(preset.variantOf === undefined ? [] : wrap(`A variant of ${preset.variantOf}.`, columns)),
        ...(preset.variants.length === 0 ? [] : wrap(`Variants: ${preset.variants.join(", ")}.`, columns)),
    ];
    const body = preset.groups.flatMap(({ name, values: own }) => ["", ...(name === "" ? [] : [style.cyan(name)]), ...own.flatMap(lines)]);
    const foot = ["", ...wrap("Values with their plausible range, if one is known, and where they come from.", columns).map(style.dim)];
    return `${[...head, ...body, ...foot].join("\n")}\n`;
}
