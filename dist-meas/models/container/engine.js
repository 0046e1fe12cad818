export const daemons = (engine) => ({
    of: engine,
    kind: "runtime",
    memory: engine.daemonMemory,
    workingSet: 0,
});
