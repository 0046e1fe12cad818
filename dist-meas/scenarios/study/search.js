/** Load is multiplied by this until the objective is no longer met; then the gap is bisected. */
const GROWTH = 3;
/**
 * Finds where `verdictAt` goes from met through undecided to missed, between `min` and `max` tenants. Assumes what queueing theory says of a
 * shared machine: more tenants never help. Uses about log3(max) + 2 log2(gap) evaluations.
 */
export async function searchLoadLine(min, max, verdictAt) {
    let met = min - 1;
    let beyond = null;
    let missed = null;
    const tryAt = async (tenants) => {
        const verdict = await verdictAt(tenants);
        if (verdict === "met")
            met = tenants;
        else
            beyond = tenants;
        if (verdict === "missed")
            missed = tenants;
    };
    for (let tenants = min; beyond === null && met < max; tenants = Math.min(max, tenants * GROWTH))
        await tryAt(tenants);
    if (beyond === null)
        return { tenants: met, atMost: null, endOfRange: true, firstBeyond: null };
    while (beyond - met > 1)
        await tryAt(met + Math.ceil((beyond - met) / 2));
    // The line lies between the last load that met and the first that missed; undecided loads are in between.
    let undecided = beyond;
    if (missed === beyond)
        undecided = met;
    if (missed === null) {
        for (let tenants = beyond + 1; missed === null && tenants <= max; tenants = Math.min(max, Math.ceil(tenants * 1.1) + 1)) {
            const verdict = await verdictAt(tenants);
            if (verdict === "missed")
                missed = tenants;
            else
                undecided = tenants;
            if (tenants === max)
                break;
        }
    }
    if (missed === null)
        return { tenants: floorAtNone(met, min), atMost: null, endOfRange: false, firstBeyond: beyond };
    while (missed - undecided > 1) {
        const middle = undecided + Math.floor((missed - undecided) / 2);
        const verdict = await verdictAt(middle);
        if (verdict === "missed")
            missed = middle;
        else
            undecided = middle;
    }
    return { tenants: floorAtNone(met, min), atMost: Math.max(undecided, floorAtNone(met, min)), endOfRange: false, firstBeyond: beyond };
}
/** Below the range nothing was tried: the line is said to be 0. */
const floorAtNone = (met, min) => (met < min ? 0 : met);
