import { quantity, ratio, share, text, time } from "../text/fields.js";
import { exactlyOne, group, oneOrMany } from "../text/maps.js";
import { formatQuantity } from "../text/quantities.js";
import { longestGap } from "./common.js";
/** Arrivals of one tenant at most [1/s]: one tenant is one customer. */
const MOST_ARRIVALS = 1e6;
const oneCustomer = { min: "1 us", max: "2400 h", because: "one tenant is one customer, and that is the longest run" };
const periodicFields = {
    every: time({ about: "Time from one message to the next.", example: "1 s", ...oneCustomer }),
    jitter: time({ about: "Each message is moved by up to this much, earlier or later.", fallback: "0 s", example: "200 ms", ...longestGap }),
};
const burstFields = {
    every: time({ about: "Mean time between the starts of bursts.", example: "15 s", ...oneCustomer }),
    size: ratio({ about: "Mean number of messages in a burst (geometric).", min: 1, max: 1e6, example: 10 }),
    gap: time({ about: "Time between the messages of a burst.", fallback: "0 s", example: "50 ms", ...longestGap }),
};
const traceFields = {
    file: text({ about: "CSV file with a header row; relative to the scenario file.", example: "trace.csv" }),
    time: text({
        about: "Column with the arrival times: seconds, or `2023-11-16 18:17:03.9799600`. Ascending.",
        fallback: "TIMESTAMP",
        example: "TIMESTAMP",
    }),
    share: share({ about: "Each tenant takes each row with this probability.", above: "0 %", fallback: "100 %", example: "5 %" }),
    speed: ratio({ about: "How many times faster than recorded the trace is replayed.", above: 0, max: 1e6, fallback: 1, example: 2 }),
    attribution: text({
        about: "Who made the trace and under which licence; printed in every report.",
        fallback: "none",
        example: "Azure Public Dataset, CC-BY 4.0",
    }),
};
const poissonRate = quantity("rate", {
    about: "Independent arrivals at this mean rate (Poisson process), of one tenant.",
    above: "0/s",
    max: formatQuantity(MOST_ARRIVALS, "rate"),
    because: "one tenant is one customer",
    example: "5/s",
});
/** By their keys. */
const PROCESSES = {
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
    trace: {
        schema: group(traceFields, "Recorded arrivals, replayed from a random row on and around the end."),
        hasColumns: true,
        async compile(path, { into, traces, columns }) {
            const { file, time, share, speed, attribution } = into.resolve(traceFields, { path });
            const trace = await traces.read([...path, "file"], file, time, columns);
            if (attribution !== "none")
                traces.attributions.push(`${file}: ${attribution}`);
            return trace === undefined ? undefined : { kind: "trace", trace, share, speed };
        },
    },
};
export const arrivalsSchema = () => oneOrMany(exactlyOne(Object.fromEntries(Object.entries(PROCESSES).map(([key, { schema }]) => [key, schema])), "One stream of requests."), "When the requests of one tenant arrive: one stream, or several that add up.");
/** The streams at `path`: one, or a list of them. */
export async function compileArrivals(path, context) {
    const raw = context.into.raw(path);
    const paths = Array.isArray(raw) ? raw.map((_, index) => [...path, index]) : [path];
    const result = [];
    for (const at of paths) {
        const key = keyOf(context.into.raw(at));
        const arrivals = await PROCESSES[key].compile([...at, key], context);
        if (arrivals !== undefined)
            result.push(arrivals);
    }
    return result;
}
/** Whether all streams at `path` bring columns with their requests. */
export function allHaveColumns(path, into) {
    const streams = [into.raw(path)].flat();
    return streams.every((stream) => PROCESSES[keyOf(stream)]?.hasColumns);
}
const keyOf = (stream) => Object.keys(stream)[0];
