import { text, time, unknownWord } from "../text/fields.js";
import { exactlyOne, group, isMap, named } from "../text/maps.js";
import { compileUnit, unitSchemas } from "./units.js";
const restartFields = {
    every: time({
        about: "Mean time between crashes of one instance, each followed by a restart.",
        min: "1 s",
        max: "87600 h",
        because: "an instance takes longer to start, and lives no longer",
        example: "6 h",
    }),
};
export const deploymentSchema = (presets) => exactlyOne({
    ...unitSchemas(presets),
    apps: named(exactlyOne(unitSchemas(presets), "Where this application runs."), "A placement of its own for each application."),
}, "One way to run all applications; deployments are compared side by side.", {
    host: text({ about: "Name of the host; may be left out if there is only one.", example: "gateway" }).schema.optional(),
    restarts: group(restartFields, "Crashes and restarts.").optional(),
});
export function compileDeployment(name, context) {
    const { into, apps } = context;
    const path = ["deployments", name];
    const raw = into.raw(path);
    const host = pickHost(path, raw["host"], context);
    const restartEvery = isMap(raw["restarts"]) ? into.resolve(restartFields, { path: [...path, "restarts"] }).every : undefined;
    if (restartEvery === undefined)
        into.record([...path, "restarts"], "none", "default");
    const mixed = isMap(raw["apps"]) ? raw["apps"] : undefined;
    if (mixed !== undefined)
        checkNames([...path, "apps"], mixed, [...apps.keys()], into);
    if (host === undefined)
        return undefined;
    const units = new Map();
    if (mixed === undefined) {
        const unit = compileUnit(path, host, sound([...apps.values()]), into);
        for (const app of apps.keys())
            units.set(app, unit);
    }
    else {
        for (const app of Object.keys(mixed))
            if (apps.has(app))
                units.set(app, compileUnit([...path, "apps", app], host, sound([apps.get(app)]), into));
    }
    const parts = [...apps].flatMap(([name, app]) => {
        const unit = units.get(name)?.spec;
        return app === undefined || unit === undefined ? [] : [{ app, unit }];
    });
    if (parts.length < apps.size || apps.size === 0)
        return undefined;
    const label = mixed === undefined
        ? [...units.values()][0].label
        : [...units].map(([app, { label }]) => `${app}: ${label}`).join("; ");
    return { spec: { name, hosts: [host], placement: "spread", parts, restartEvery }, label };
}
const sound = (apps) => apps.filter((app) => app !== undefined);
function pickHost(path, raw, { hosts, into }) {
    const names = [...hosts.keys()];
    if (raw === undefined && names.length > 1) {
        into.error(path, { message: "there are several hosts", expected: `a "host" key: ${names.join(" or ")}`, fix: `add "host: ${names[0]}"` }, "key");
        return undefined;
    }
    const name = String(raw ?? names[0]);
    if (names.length === 0)
        return undefined;
    if (!hosts.has(name))
        into.error([...path, "host"], unknownWord(name, names, "host"));
    else
        into.record([...path, "host"], name, raw === undefined ? "default" : undefined);
    return hosts.get(name);
}
function checkNames(path, mixed, apps, into) {
    for (const name of Object.keys(mixed))
        if (!apps.includes(name))
            into.error([...path, name], unknownWord(name, apps, "application"), "key");
    const forgotten = apps.filter((app) => mixed[app] === undefined);
    if (forgotten.length > 0) {
        into.error(path, {
            message: `no placement for ${forgotten.join(", ")}`,
            expected: "one for every application",
            fix: `add "${forgotten[0]}: { container: ... }"`,
        }, "key");
    }
}
