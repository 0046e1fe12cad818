/** The experiment: how a scenario is simulated. */
import { meanRate } from "../../../models/workload/spec.js";
import { count, custom, orWord, quantity, shown, time } from "../text/fields.js";
import { group } from "../text/maps.js";
import { formatQuantity } from "../text/quantities.js";
import { nested } from "../text/tables.js";
export const MAX_TENANTS = 100_000;
/** More simulated requests than this in one run take minutes. */
const MANY_REQUESTS = 20_000_000;
const parseTenants = (raw) => {
    const expected = `a number of tenants or a range of them, 1 to ${MAX_TENANTS}, for example "1..200"`;
    const match = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/.exec(typeof raw === "number" ? `${raw}..${raw}` : typeof raw === "string" ? raw : "");
    if (match === null)
        return { problem: { message: `found ${shown(raw)}`, expected } };
    const [min, max] = [Number(match[1]), Number(match[2])];
    if (min < 1 || max > MAX_TENANTS)
        return { problem: { message: `${shown(raw)} is out of bounds`, expected } };
    if (min > max)
        return { problem: { message: `${shown(raw)} ends before it begins`, expected, fix: `write "${max}..${min}"` } };
    return { value: { min, max } };
};
const parseSeed = (raw) => {
    const expected = "a whole number of at most 9007199254740991, or a text";
    if (typeof raw === "string" && raw !== "")
        return { value: raw };
    if (typeof raw === "number" && Number.isSafeInteger(raw))
        return { value: raw };
    if (typeof raw === "number" && Number.isInteger(raw)) {
        return { problem: { message: "this seed is too large to be kept exactly as a number", expected, fix: "put it in quotes" } };
    }
    return { problem: { message: `found ${shown(raw)}`, expected } };
};
const horizon = "the simulated clock counts nanoseconds exactly up to 104 days";
const experimentFields = {
    seed: custom(parseSeed, String, { type: ["integer", "string"] }, { about: "Start of all random streams. The same seed gives the same results, bit for bit.", fallback: 1, example: 1 }),
    tenants: custom(parseTenants, ({ min, max }) => (min === max ? String(min) : `${min}..${max}`), {
        anyOf: [
            { type: "integer", minimum: 1, maximum: MAX_TENANTS },
            { type: "string", pattern: "^\\s*\\d+\\s*\\.\\.\\s*\\d+\\s*$" },
        ],
    }, { about: "Range in which the load line is searched; one number: that load alone.", fallback: "1..200", example: "1..200" }),
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
    replications: nested("How many runs.", {
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
    }),
    confidence: quantity("share", {
        about: "Confidence of every interval and decision.",
        min: "50 %",
        max: "99.99 %",
        because: "below it is a guess, above it takes forever",
        fallback: "95 %",
        example: "95 %",
    }),
};
export const experimentSchema = group(experimentFields, "How it is simulated.");
export function compileExperiment(into) {
    const path = ["experiment"];
    const { seed, tenants, duration, warmup, replications, confidence } = into.resolve(experimentFields, { path });
    if (replications.min > replications.max) {
        const message = `at least ${replications.min} replications, but at most ${replications.max}`;
        into.error([...path, "replications", into.raw([...path, "replications", "max"]) === undefined ? "min" : "max"], {
            message,
            expected: "min of at most max",
        });
    }
    if (warmup !== "auto" && warmup >= duration) {
        const message = `the warm-up (${formatQuantity(warmup, "time")}) leaves nothing of the run (${formatQuantity(duration, "time")})`;
        into.error([...path, "warmup"], { message, expected: "less than the duration", fix: 'write "auto"' });
    }
    return { seed, minTenants: tenants.min, maxTenants: tenants.max, duration, warmup, replications, confidence };
}
/** Warns before a study that would take very long. */
export function checkSize({ duration, maxTenants }, apps, into) {
    const rate = apps.reduce((sum, app) => sum + (app === undefined ? 0 : meanRate(app)), 0);
    const requests = rate * duration * maxTenants;
    if (requests < MANY_REQUESTS)
        return;
    into.warn(["experiment", "tenants"], {
        message: `one run of ${maxTenants} tenants has ${(requests / 1e6).toFixed(0)} million requests`,
        expected: `fewer than ${MANY_REQUESTS / 1e6} million, to be done in minutes`,
        fix: "shorten the duration, or lower the largest number of tenants",
    });
}
