const side = (simulation, event) => ({
    event,
    stations: Object.fromEntries(simulation.stations.map((station) => [station.name, station.counters()])),
    simulation,
});
/**
 * Runs two simulations side by side until they execute different events: other time, handler or argument, or one has none left.
 * Undefined if they do not part up to `until` [ns]. Compare their fingerprints first: that is faster.
 */
export function firstDifference(left, right, until) {
    for (let sequence = 1;; sequence++) {
        const a = left.step(until);
        const b = right.step(until);
        if (a === undefined && b === undefined)
            return undefined;
        if (a?.time !== b?.time || a?.handler !== b?.handler || a?.arg !== b?.arg)
            return { sequence, left: side(left, a), right: side(right, b) };
    }
}
