import { css, DEPLOYMENTS } from "./theme.js";
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross"];
const DASHES = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [12, 4]];
const KEYS = Object.keys(DEPLOYMENTS);
/** By name of the deployment. The first of a model has the model's colour, further ones take what is left. */
export function identities(record) {
    const free = new Set(KEYS);
    const keyOf = new Map();
    for (const { name, model } of record.deployments)
        if (free.delete(model))
            keyOf.set(name, model);
    for (const { name } of record.deployments) {
        if (keyOf.has(name))
            continue;
        const next = [...free][0] ?? KEYS[keyOf.size % KEYS.length];
        free.delete(next);
        keyOf.set(name, next);
    }
    return new Map(record.deployments.map(({ name }, index) => {
        const key = keyOf.get(name) ?? KEYS[0];
        const look = { colour: css(`--deployment-${key}`), shape: SHAPES[index % SHAPES.length], dash: DASHES[index % DASHES.length] };
        return [name, { key, ...look }];
    }));
}
