import { compileApp } from "./sections/app.js";
import { compileDeployment } from "./sections/deployment.js";
import { checkSize, compileExperiment } from "./sections/experiment.js";
import { compileHost } from "./sections/host.js";
import { compileObjectives } from "./sections/objective.js";
import { isMap } from "./text/maps.js";
import { checkName } from "./text/names.js";
/** `sound` tells whether the form of a section is right; the others are skipped. Undefined if the scenario has errors. */
export async function compile(into, traces, source, sound) {
    const title = into.raw(["title"]);
    const sections = async (key, compileOne) => {
        const result = new Map();
        const raw = into.raw([key]);
        for (const name of isMap(raw) ? Object.keys(raw) : []) {
            const path = [key, name];
            checkName(path, name, into);
            const before = into.diagnostics.length;
            const hasErrors = () => into.diagnostics.slice(before).some((diagnostic) => diagnostic.severity === "error");
            let spec;
            try {
                if (sound(path))
                    spec = await compileOne(name);
            }
            catch (error) {
                // What is missing has been told; that the section then trips over it says nothing more.
                if (!hasErrors())
                    throw error;
            }
            const failed = hasErrors();
            result.set(name, failed ? undefined : spec);
        }
        return result;
    };
    const hosts = await sections("hosts", (name) => compileHost(name, into));
    const apps = await sections("apps", (name) => compileApp(name, into, traces));
    const deployments = await sections("deployments", (name) => compileDeployment(name, { hosts, apps, into }));
    const objectives = sound(["objective"]) && isMap(into.raw(["objective"])) ? compileObjectives(into, [...apps.keys()]) : undefined;
    const experiment = sound(["experiment"]) ? compileExperiment(into) : undefined;
    if (experiment !== undefined)
        checkSize(experiment, [...apps.values()], into);
    if (objectives === undefined || experiment === undefined || into.diagnostics.some((diagnostic) => diagnostic.severity === "error"))
        return undefined;
    return {
        title: typeof title === "string" ? title : (source.file.split(/[\\/]/).at(-1) ?? source.file),
        source: { ...source, file: source.file.split(/[\\/]/).at(-1) ?? source.file },
        files: traces.files,
        deployments: [...deployments.values()].filter((deployment) => deployment !== undefined),
        objectives,
        experiment,
        values: into.values,
        attributions: traces.attributions,
    };
}
