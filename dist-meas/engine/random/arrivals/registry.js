import { batches } from "./batches.js";
import { bursts } from "./bursts.js";
import { mmpp } from "./mmpp.js";
import { onOff } from "./on-off.js";
import { periodic } from "./periodic.js";
import { poisson } from "./poisson.js";
import { renewal } from "./renewal.js";
import { trace } from "./trace.js";
import { varying } from "./varying.js";
const KINDS = { poisson, periodic, bursts, trace, renewal, varying, mmpp, onOff, batches };
function kindOf(spec) {
    const found = KINDS[spec.kind];
    if (found === undefined)
        throw new RangeError(`${spec.kind}: unknown kind of arrivals; expected one of ${Object.keys(KINDS).join(", ")}`);
    return found;
}
/**
 * The process draws from `stream` alone. `traceStart` in 0..1 says where in its trace a replay begins; given alike to all who replay one
 * trace, its busy times come to all of them at once, as they were recorded.
 * @throws RangeError if the parameters are impossible
 */
export function createArrivals(spec, stream, traceStart = 0) {
    const context = { stream, traceStart, create: (inner) => kindOf(inner).create(inner, context) };
    return context.create(spec);
}
/** Arrivals in the long run [1/s]. */
export function meanRate(spec) {
    return kindOf(spec).meanRate(spec, meanRate);
}
/** Variance of the number of arrivals in a long time by its mean [1]; undefined where theory has no closed form. */
export function dispersion(spec) {
    return kindOf(spec).dispersion?.(spec, dispersion);
}
/** One of each kind. */
export const ARRIVAL_EXAMPLES = Object.values(KINDS).map(({ example }) => example);
