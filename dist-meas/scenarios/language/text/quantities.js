const decimal = (symbol, exponent, inputOnly) => inputOnly ? { symbol, exponent, factor: 1, inputOnly } : { symbol, exponent, factor: 1 };
const multiple = (symbol, factor, inputOnly) => inputOnly ? { symbol, exponent: 0, factor, inputOnly } : { symbol, exponent: 0, factor };
const KIB = 1024;
const MIB = KIB * 1024;
const GIB = MIB * 1024;
const TIB = GIB * 1024;
/** Units of each dimension, smallest first; SI value = number * 10^exponent * factor. */
const UNITS = {
    time: [decimal("ns", -9), decimal("us", -6), decimal("ms", -3), decimal("s", 0), multiple("min", 60), multiple("h", 3600)],
    size: [
        decimal("B", 0),
        decimal("kB", 3, true),
        multiple("KiB", KIB),
        decimal("MB", 6, true),
        multiple("MiB", MIB),
        decimal("GB", 9, true),
        multiple("GiB", GIB),
        multiple("TiB", TIB),
    ],
    rate: [multiple("/h", 1 / 3600, true), multiple("/min", 1 / 60, true), decimal("/s", 0)],
    bandwidth: [
        { symbol: "bit/s", exponent: 0, factor: 1 / 8, inputOnly: true },
        { symbol: "kbit/s", exponent: 3, factor: 1 / 8, inputOnly: true },
        { symbol: "Mbit/s", exponent: 6, factor: 1 / 8, inputOnly: true },
        { symbol: "Gbit/s", exponent: 9, factor: 1 / 8, inputOnly: true },
        decimal("B/s", 0),
        decimal("kB/s", 3),
        decimal("MB/s", 6),
        decimal("GB/s", 9),
        multiple("KiB/s", KIB, true),
        multiple("MiB/s", MIB, true),
        multiple("GiB/s", GIB, true),
    ],
    frequency: [decimal("Hz", 0), decimal("kHz", 3, true), decimal("MHz", 6), decimal("GHz", 9)],
    share: [decimal("%", -2)],
    cores: [decimal("m", -3, true), decimal("cores", 0), decimal("core", 0, true)],
    speed: [decimal("points", 0)],
    cycles: [decimal("cycles", 0)],
};
const NAMES = {
    time: { noun: "a time", example: "250 ms" },
    size: { noun: "a size", example: "64 MiB" },
    rate: { noun: "a rate", example: "5/s" },
    bandwidth: { noun: "a bandwidth", example: "1 Gbit/s" },
    frequency: { noun: "a frequency", example: "1.8 GHz" },
    share: { noun: "a share", example: "5 %" },
    cores: { noun: "a number of cores", example: "1.5 cores" },
    speed: { noun: "a core speed in Geekbench 6 points", example: "289 points" },
    cycles: { noun: "a number of clock cycles", example: "6024 cycles" },
};
const NUMBER = String.raw `[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const QUANTITY = new RegExp(`^(${NUMBER})\\s*(\\S*)$`);
export const unitsOf = (dimension) => UNITS[dimension].map((unit) => unit.symbol);
export const nounOf = (dimension) => NAMES[dimension].noun;
export const exampleOf = (dimension) => NAMES[dimension].example;
/** Regular expression (as text, for the JSON Schema) of the quantities of one dimension. */
export function patternOf(dimension) {
    const symbols = unitsOf(dimension).join("|");
    return `^\\s*${NUMBER}\\s*(?:${symbols})\\s*$`;
}
/** Reads `text` as a quantity of `dimension`, in SI units: seconds, bytes, 1/s, B/s, Hz; shares as fractions of one. */
export function parseQuantity(text, dimension) {
    const match = QUANTITY.exec(text.trim());
    const expected = `${nounOf(dimension)} with its unit (${unitsOf(dimension).join(", ")}), for example "${exampleOf(dimension)}"`;
    if (match === null)
        return { problem: notANumber(text, expected) };
    const [, digits, symbol] = match;
    const unit = UNITS[dimension].find((candidate) => candidate.symbol === symbol);
    if (unit === undefined)
        return { problem: wrongUnit(text, digits, symbol, dimension, expected) };
    const value = toSi(digits, unit, dimension);
    if (!Number.isFinite(value))
        return { problem: { message: `"${text}" is too large for a number`, expected } };
    return { value };
}
/** The canonical text of an SI value: the largest unit that keeps it short, and always exact: parsing it gives `value` again. */
export function formatQuantity(value, dimension) {
    const units = UNITS[dimension].filter((unit) => !unit.inputOnly);
    const base = units.find((unit) => unit.exponent === 0 && unit.factor === 1) ?? units[0];
    if (dimension === "cores" && value === 1)
        return "1 core";
    let best = { digits: withUnit(value, base, dimension), unit: base };
    if (value === 0)
        return joined(best.digits, base);
    for (const unit of units) {
        if (Math.abs(value) < shift("1", unit.exponent) * unit.factor && unit !== units[0])
            continue;
        const digits = withUnit(value, unit, dimension);
        if (Number.isFinite(Number(digits)) && digits.length <= best.digits.length)
            best = { digits, unit };
    }
    return joined(best.digits, best.unit);
}
/** The text of an SI value in the unit that people use for it, where that is not the shortest: "0.75 ms". Exact, as `formatQuantity`. */
export function formatIn(symbol, value, dimension) {
    const unit = UNITS[dimension].find((each) => each.symbol === symbol);
    if (unit === undefined)
        throw new Error(`"${symbol}" is not a unit of ${nounOf(dimension)}`);
    return joined(withUnit(value, unit, dimension), unit);
}
const joined = (digits, { symbol }) => (symbol.startsWith("/") ? digits + symbol : `${digits} ${symbol}`);
/** Fewest digits that give `value` again; "NaN" if the unit can't express it exactly. */
function withUnit(value, unit, dimension) {
    const number = shift(String(value / unit.factor), -unit.exponent);
    for (let digits = 1; digits <= 17; digits++) {
        const text = String(Number(number.toPrecision(digits)));
        if (toSi(text, unit, dimension) === value)
            return text;
    }
    const [mantissa, exponent] = String(value).split("e");
    return unit.factor === 1 ? `${mantissa}e${Number(exponent ?? 0) - unit.exponent}` : "NaN";
}
/** There are no fractions of a byte. */
function toSi(digits, unit, dimension) {
    const value = shift(digits, unit.exponent) * unit.factor;
    return dimension === "size" ? Math.round(value) : value;
}
/** `digits` * 10^exponent, rounded once. */
function shift(digits, exponent) {
    if (exponent === 0)
        return Number(digits);
    const [mantissa, written] = digits.toLowerCase().split("e");
    return Number(`${mantissa}e${Number(written ?? 0) + exponent}`);
}
function notANumber(text, expected) {
    const plain = text.replace(/(?<=\d)[,_'](?=\d{3})/g, "");
    if (plain !== text && QUANTITY.test(plain)) {
        return { message: `"${text}" has separators between its digits`, expected, fix: `write "${plain}"` };
    }
    return { message: `"${text}" is not a quantity`, expected };
}
function wrongUnit(text, digits, symbol, dimension, expected) {
    const spaced = (unit) => (unit.startsWith("/") ? `${digits}${unit}` : `${digits} ${unit}`);
    if (symbol === "") {
        const suggestions = likelyUnits(dimension).map((unit) => `"${spaced(unit)}"`);
        return { message: `"${text}" has no unit`, expected, fix: `write ${suggestions.join(" or ")}` };
    }
    if (dimension === "size" && symbol === "m") {
        return {
            message: `"${text}": "m" is the prefix for a thousandth; read as elsewhere it would be ${Number(digits) / 1000} bytes of memory`,
            expected,
            fix: `write "${spaced("MiB")}"`,
        };
    }
    const alias = ALIASES[dimension]?.[symbol];
    if (alias !== undefined) {
        return { message: `"${text}": "${symbol}" is not a unit here`, expected, fix: `write "${spaced(alias)}"` };
    }
    const other = Object.keys(UNITS).find((candidate) => unitsOf(candidate).includes(symbol));
    if (other !== undefined) {
        return { message: `"${text}" is ${nounOf(other)}, not ${nounOf(dimension)}`, expected, fix: `write it like "${exampleOf(dimension)}"` };
    }
    const cased = unitsOf(dimension).filter((unit) => unit.toLowerCase() === symbol.toLowerCase());
    if (cased.length > 0) {
        const fix = `write ${cased.map((unit) => `"${spaced(unit)}"`).join(" or ")}`;
        return { message: `"${text}": unknown unit "${symbol}"; upper and lower case matter`, expected, fix };
    }
    return { message: `"${text}": unknown unit "${symbol}"`, expected };
}
const likelyUnits = (dimension) => ({ time: ["ms", "s"], size: ["KiB", "MiB"], bandwidth: ["Mbit/s", "MB/s"], cores: ["cores"], frequency: ["MHz", "GHz"] })[dimension] ?? unitsOf(dimension);
/** What people write instead, and what they mean by it. */
const ALIASES = {
    time: {
        sec: "s",
        secs: "s",
        second: "s",
        seconds: "s",
        S: "s",
        m: "min",
        mins: "min",
        minute: "min",
        minutes: "min",
        hr: "h",
        hour: "h",
        hours: "h",
        msec: "ms",
        millis: "ms",
        usec: "us",
        µs: "us",
        μs: "us",
        nsec: "ns",
    },
    size: {
        K: "KiB",
        k: "KiB",
        Ki: "KiB",
        M: "MiB",
        Mi: "MiB",
        G: "GiB",
        Gi: "GiB",
        T: "TiB",
        Ti: "TiB",
        KB: "kB",
        mb: "MB",
        gb: "GB",
        b: "B",
        byte: "B",
        bytes: "B",
    },
    bandwidth: {
        bps: "bit/s",
        kbps: "kbit/s",
        Mbps: "Mbit/s",
        Gbps: "Gbit/s",
        "Mb/s": "Mbit/s",
        "Gb/s": "Gbit/s",
        mbps: "Mbit/s",
        gbps: "Gbit/s",
    },
    rate: { "1/s": "/s", rps: "/s", "req/s": "/s", "per second": "/s", Hz: "/s", "/sec": "/s" },
    share: { percent: "%", pct: "%" },
    cores: { vcpu: "cores", vcpus: "cores", cpu: "cores", cpus: "cores", Cores: "cores" },
};
