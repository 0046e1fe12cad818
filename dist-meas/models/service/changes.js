/** An instance's own limit, lifted or doubled. */
export const limitChange = (words, changed) => ({ words, resource: "limit", changed });
/** Of what virtual machines and containers have in common: the application's threads, and a choice of CPUs. */
export function changesOfAll({ app, unit, }) {
    const { cpuset, ...free } = unit;
    const unbound = { app, unit: free };
    return [
        limitChange("twice the threads", { app: { ...app, threads: 2 * app.threads }, unit }),
        ...(cpuset === undefined ? [] : [limitChange("all CPUs to choose from", unbound)]),
    ];
}
