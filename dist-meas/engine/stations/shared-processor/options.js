/** What a shared processor and its groups are told when they are made. */
/** @throws RangeError unless weight, cap, places and efficiency are in their bounds */
export function checkGroup(processor, name, { weight, cap, places = Infinity, turnEfficiency = 1 }) {
    const where = `processor "${processor}", group "${name}"`;
    if (!(weight > 0 && weight < Infinity && cap > 0)) {
        throw new RangeError(`${where}: found weight ${weight} and cap ${cap}, expected both above 0 and a finite weight`);
    }
    if (!((Number.isInteger(places) || places === Infinity) && places >= 1 && turnEfficiency > 0 && turnEfficiency <= 1)) {
        throw new RangeError(`${where}: found ${places} places and a turn efficiency of ${turnEfficiency}, expected whole places of at least 1 and an efficiency above 0 and at most 1`);
    }
}
