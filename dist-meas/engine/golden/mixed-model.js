/**
 * The golden digest: a large model that uses everything the engine has, and one line of hash for each of its parts. The lines are the same
 * on every JavaScript engine, version and processor; where they differ, the first line that does names what to look at.
 */
import { nanoseconds, Simulation } from "../index.js";
import { startAlarms } from "./alarms.js";
import { BitHash } from "./bit-hash.js";
import { compare, evaluate } from "./evaluation.js";
import { buildPlant, SETTINGS } from "./plant.js";
import { startStories } from "./stories.js";
import { startTraffic } from "./traffic.js";
import { variateHashes } from "./variates.js";
const SEED = 20;
/** The digest: the fingerprint of the run, then names and hashes, one a line. */
export function mixedModel({ settings = {}, duration = 30 } = {}) {
    const simulation = new Simulation({ seed: SEED });
    const all = { ...SETTINGS, ...settings };
    const plant = buildPlant(simulation, all);
    const traffic = startTraffic(simulation, plant);
    const stories = startStories(simulation, plant, all);
    const alarms = startAlarms(simulation, plant, all);
    simulation.run(nanoseconds(duration));
    const audit = simulation.audit();
    const hash = (value) => new BitHash().add(value).hex;
    const { rounds, happenings } = stories;
    const lines = [
        [`fingerprint after ${simulation.eventCount} events`, simulation.fingerprint()],
        ...variateHashes(SEED),
        ...simulation.stations.map((station) => [`station ${station.name}`, hash(station.counters())]),
        ["audit", hash(audit)],
        ["pending events", hash(simulation.pending())],
        ["waiting processes", hash(simulation.waiting())],
        ["processes", hash(happenings)],
        ["rounds of clients", hash([rounds.n, rounds.mean, rounds.variance, rounds.min, rounds.max])],
        ["alarms", hash(alarms.counts)],
        ["night shift", hash([alarms.shift.mean(simulation.now), alarms.shift.max])],
        ["losses", hash(traffic.lost)],
        ...Object.entries(traffic.responses).map(([name, samples]) => [`statistics of ${name}`, hash(evaluate(samples))]),
        ["comparisons", hash(compare(traffic.responses))],
    ];
    const whole = ["digest", hash(lines)];
    return [whole, ...lines].map(([name, digits]) => `${digits}  ${name}\n`).join("");
}
