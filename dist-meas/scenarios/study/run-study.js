import { whyRefused } from "../../models/fleet/feasibility.js";
import { heldMemory, whyExcluded } from "../../models/fleet/memory-held.js";
import { policiesOf } from "../../models/run/policies.js";
import { meanRate } from "../../models/workload/spec.js";
import { listPresets } from "../presets/index.js";
import { version } from "../version.js";
import { evaluate, objectivesOf } from "./evaluate.js";
import { equalLoadOf } from "./equal-load.js";
import { Interrupted, orInterrupted } from "./interruption.js";
import { summarize } from "./point.js";
import { searchLoadLine } from "./search.js";
import { excessOf } from "./trial.js";
import { findWhatHelps } from "./what-helps.js";
/** Compares all deployments. Results do not depend on how many runs go on at once, nor on the order in which they end. */
export async function runStudy(scenario, options) {
    const points = scenario.deployments.map(({ spec }) => new Points(scenario, spec, options));
    const records = await Promise.all(scenario.deployments.map((each, index) => findLoadLine(scenario, each, points[index], options)));
    const equalLoad = equalLoadOf(records);
    if (equalLoad !== null)
        await Promise.all(points.map((each, index) => each.addEqualLoad(records[index], equalLoad)));
    const complete = records.map((record, index) => ({ ...record, points: points[index].ascending() }));
    return { ...toRecord(scenario, { kind: "compare" }, complete, options), equalLoad };
}
/** One deployment: its load line, or one load if `tenants` is given. @throws RangeError for an unknown name. */
export async function runSingle(scenario, deploymentName, tenants, options) {
    const each = scenario.deployments.find(({ spec }) => spec.name === deploymentName);
    if (each === undefined) {
        throw new RangeError(`no deployment "${deploymentName}"; the scenario has: ${scenario.deployments.map(({ spec }) => spec.name).join(", ")}`);
    }
    const points = new Points(scenario, each.spec, options);
    const record = await (tenants === undefined
        ? findLoadLine(scenario, each, points, options)
        : describeLoad(each, tenants, points, options));
    return toRecord(scenario, { kind: "run", deployment: deploymentName, tenants: tenants ?? null }, [record], options);
}
async function findLoadLine(scenario, deployment, points, options) {
    const refused = whyRefused(deployment.spec);
    if (refused !== undefined)
        return finish(options, { ...named(deployment), refused, loadLine: null, excluded: [], points: [] });
    const { minTenants, maxTenants } = scenario.experiment;
    let loadLine = null;
    try {
        const { firstBeyond, ...line } = await searchLoadLine(minTenants, maxTenants, (tenants) => points.verdictAt(tenants));
        const beyond = firstBeyond === null ? null : points.point(firstBeyond);
        loadLine = {
            ...line,
            unsettled: [],
            binding: beyond === null ? points.bindingOfExcluded(firstBeyond) : bindingOf(beyond, scenario),
            bottleneck: null,
            whatHelps: [],
        };
        for (const tenants of curve(line.tenants, minTenants, maxTenants)) {
            if (!points.hasNear(tenants))
                await points.describe(tenants);
        }
        const border = firstBeyond === null ? undefined : points.borderOf(line, firstBeyond);
        if (border !== undefined && options.causes !== false) {
            const { execute, signal, onProgress } = options;
            const onAttempt = (attempt) => onProgress?.({ kind: "change", ...attempt });
            const found = await findWhatHelps({ scenario, deployment: deployment.spec, border, execute, signal, onAttempt });
            loadLine = { ...loadLine, ...found };
        }
    }
    catch (error) {
        if (!(error instanceof Interrupted))
            throw error;
    }
    const record = { ...named(deployment), loadLine, excluded: points.excluded(), points: points.ascending() };
    return options.signal?.aborted ? record : finish(options, record);
}
async function describeLoad(deployment, tenants, points, options) {
    const refused = whyRefused(deployment.spec);
    if (refused !== undefined)
        return finish(options, { ...named(deployment), refused, loadLine: null, excluded: [], points: [] });
    try {
        await points.verdictAt(tenants);
    }
    catch (error) {
        if (!(error instanceof Interrupted))
            throw error;
    }
    return finish(options, { ...named(deployment), loadLine: null, excluded: points.excluded(), points: points.ascending() });
}
/** The application that fails first, and by what: of those that are worst off, the one farthest beyond its limits. */
function bindingOf(point, { objectives }) {
    const severity = ["missed", "unsettled", "undecided"];
    const failing = point.apps.filter(({ verdict }) => severity.includes(verdict));
    const worst = severity.find((verdict) => failing.some((app) => app.verdict === verdict));
    const excess = ({ name, errorRate, latency }) => {
        const objective = objectives.get(name);
        const tooLate = (latency[objective.statistic].value ?? 0) / objective.latency;
        return Math.max(tooLate, (errorRate.value ?? 0) / Math.max(objective.errors, Number.MIN_VALUE));
    };
    const [first, ...others] = failing.filter(({ verdict }) => verdict === worst);
    if (first === undefined)
        return null;
    const { name, by } = others.reduce((a, b) => (excess(b) > excess(a) ? b : a), first);
    return by === null ? null : { app: name, by };
}
function finish({ onProgress }, record) {
    onProgress?.({ kind: "deployment", record });
    return record;
}
const named = ({ spec, label }) => {
    const models = new Set(spec.parts.map(({ unit }) => unit.kind));
    return { name: spec.name, model: models.size === 1 ? [...models][0] : "mixed", label, hosts: spec.hosts.map((host) => host.name) };
};
/** Loads that make the picture: up to the line, and beyond it. */
function curve(line, min, max) {
    const loads = [0.25, 0.5, 0.75, 1.1, 1.3].map((factor) => Math.round(line * factor));
    return loads.filter((tenants) => tenants >= min && tenants <= max);
}
/** Loads evaluated so far. */
class Points {
    #scenario;
    #deployment;
    #options;
    #evaluations = new Map();
    #points = new Map();
    /** Loads that cannot be held, by arithmetic, and why. */
    #excluded = new Map();
    constructor(scenario, deployment, options) {
        this.#scenario = scenario;
        this.#deployment = deployment;
        this.#options = options;
    }
    async verdictAt(tenants) {
        const reason = whyExcluded(this.#deployment, tenants);
        if (reason === undefined)
            return (await this.at(tenants, "decide")).judgement.verdict;
        this.#excluded.set(tenants, reason);
        return "missed";
    }
    /** Does nothing for a load that cannot be held. */
    async describe(tenants) {
        if (whyExcluded(this.#deployment, tenants) === undefined)
            await this.at(tenants, "describe");
    }
    /** Adds the load at which deployments are compared, if this one carries it. */
    async addEqualLoad({ loadLine }, tenants) {
        if (loadLine === null || loadLine.tenants < tenants)
            return;
        try {
            await this.describe(tenants);
        }
        catch (error) {
            if (!(error instanceof Interrupted))
                throw error;
        }
    }
    async at(tenants, purpose) {
        const known = this.#evaluations.get(tenants);
        if (known !== undefined)
            return known;
        const { execute, signal, onProgress } = this.#options;
        const deployment = this.#deployment.name;
        if (signal?.aborted)
            throw new Interrupted();
        onProgress?.({ kind: "trying", deployment, tenants });
        const evaluation = await orInterrupted(evaluate(this.#scenario, this.#deployment, tenants, purpose, execute), signal);
        const point = summarize(evaluation, this.#scenario.experiment.confidence);
        this.#evaluations.set(tenants, evaluation);
        this.#points.set(tenants, point);
        onProgress?.({ kind: "point", deployment, point });
        return evaluation;
    }
    point(tenants) {
        return this.#points.get(tenants) ?? null;
    }
    /** Where the line lies by as few runs as the changes are judged by; undefined if no load was tried that those would call missed. */
    borderOf(line, firstBeyond) {
        const objectives = objectivesOf(this.#scenario, this.#deployment);
        const { confidence, replications } = this.#scenario.experiment;
        const isCarried = ({ windows }) => excessOf(windows.slice(0, replications.min), objectives, confidence) <= 1;
        const evaluations = [...this.#evaluations.values()].filter(({ tenants }) => tenants >= firstBeyond);
        const missed = evaluations.filter((each) => !isCarried(each)).map(({ tenants }) => tenants);
        const excluded = [...this.#excluded.keys()];
        if (missed.length + excluded.length === 0)
            return undefined;
        const beyond = Math.min(...missed, ...excluded);
        const carried = evaluations.filter(({ tenants }) => tenants < beyond).map(({ tenants }) => tenants);
        return { line, firstBeyond, carried: Math.max(line.tenants, ...carried), beyond };
    }
    /** Of a load that cannot be held the application that needs most memory; null for others. */
    bindingOfExcluded(tenants) {
        if (tenants === null || !this.#excluded.has(tenants))
            return null;
        const { parts } = this.#deployment;
        const [largest] = parts.toSorted((a, b) => heldMemory(b) - heldMemory(a));
        return { app: largest.app.name, by: "start" };
    }
    excluded() {
        return [...this.#excluded].sort(([a], [b]) => a - b).map(([tenants, reason]) => ({ tenants, reason }));
    }
    /** A load within 8 % has been evaluated. */
    hasNear(tenants) {
        return [...this.#points.keys()].some((known) => Math.abs(known - tenants) <= 0.08 * tenants);
    }
    ascending() {
        return [...this.#points.values()].sort((a, b) => a.tenants - b.tenants);
    }
}
/** What people call the host: its preset's title, or its name in the scenario. */
const hostTitle = ({ preset, name }) => listPresets().find((each) => each.kind === "hosts" && each.name === preset)?.title ?? name;
/** The hosts that the deployments run on, each once. */
function hostsOf(scenario, deployments) {
    const used = new Set(deployments.flatMap(({ hosts }) => hosts));
    const specs = new Map(scenario.deployments.flatMap(({ spec }) => spec.hosts.map((host) => [host.name, host])));
    return [...specs.values()]
        .filter(({ name }) => used.has(name))
        .map((host) => ({
        name: host.name,
        label: hostTitle(host),
        cores: host.cpu.cores,
        memory: host.memory.size,
        swap: host.os.swap?.size ?? 0,
    }));
}
function toRecord(scenario, question, deployments, { signal }) {
    const { title, source, files, objectives, experiment, values, attributions } = scenario;
    const { parts } = scenario.deployments[0].spec;
    return {
        schemaVersion: 3,
        plimsoll: version,
        scenario: { title, ...source },
        files: [...files],
        question,
        hosts: hostsOf(scenario, deployments),
        objectives: [...objectives].map(([app, objective]) => ({ app, ...objective })),
        equalLoad: null,
        experiment: {
            seed: experiment.seed,
            minTenants: experiment.minTenants,
            maxTenants: experiment.maxTenants,
            duration: experiment.duration,
            confidence: experiment.confidence,
        },
        ratePerTenant: parts.reduce((sum, { app }) => sum + meanRate(app), 0),
        deployments,
        values: [...values, ...policyValues(scenario.deployments.map(({ spec }) => spec))],
        attributions: [...attributions],
        complete: !(signal?.aborted ?? false),
    };
}
/** Rules that decide an answer are printed like any other value: once, where all deployments have the same. */
function policyValues(deployments) {
    const all = deployments.flatMap((deployment) => policiesOf(deployment).map((policy) => ({ deployment: deployment.name, ...policy })));
    const valuesOf = (name) => new Set(all.filter((policy) => policy.name === name).map(({ value }) => value));
    const rows = all.map(({ deployment, name, value }) => [
        valuesOf(name).size === 1 ? `policies.${name}` : `deployments.${deployment}.policies.${name}`,
        value,
    ]);
    return [...new Map(rows.map((row) => [row.join(": "), row])).values()].map(([path, value]) => ({
        path,
        value,
        origin: "fixed in this version",
    }));
}
