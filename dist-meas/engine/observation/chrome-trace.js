const STATIONS = 1;
const PROCESSES = 2;
/** The slice for a wait that lasts until `end`. */
const waitOf = ({ id, waitsFor, since }, end) => ({
    ph: "X",
    name: waitsFor,
    pid: PROCESSES,
    tid: id,
    ts: since / 1000,
    dur: (end - since) / 1000,
});
/**
 * Collects a trace for ui.perfetto.dev or chrome://tracing (Trace Event Format): for every station the number of customers in it as a
 * counter, for every process its waits as slices. Times in microseconds, as the format wants them.
 */
export class ChromeTrace {
    records = [];
    tracks = new Map();
    lastCount = new Map();
    simulation = undefined;
    now = 0;
    attached(simulation) {
        this.simulation = simulation;
        this.now = simulation.now;
        this.add({ ph: "M", name: "process_name", pid: STATIONS, args: { name: "stations" } });
        this.add({ ph: "M", name: "process_name", pid: PROCESSES, args: { name: "processes" } });
    }
    event(time) {
        this.countStations(); // as the previous event left them
        this.now = time;
    }
    process(time, process, step) {
        let track = this.tracks.get(process);
        if (track === undefined) {
            track = { id: this.tracks.size + 1, since: time, waitsFor: undefined };
            this.tracks.set(process, track);
            this.add({ ph: "M", name: "thread_name", pid: PROCESSES, tid: track.id, args: { name: process.name } });
        }
        if (track.waitsFor !== undefined && step !== "waits") {
            this.add(waitOf(track, time));
            track.waitsFor = undefined;
        }
        if (step === "waits") {
            track.since = time;
            track.waitsFor = process.describeWait();
        }
        else if (step !== "resumed")
            this.add({ ph: "i", name: step, pid: PROCESSES, tid: track.id, ts: time / 1000, s: "t" });
    }
    /** The trace so far, as a JSON document; waits that go on end now. */
    toString() {
        this.countStations();
        const now = this.simulation?.now ?? 0;
        const open = [...this.tracks.values()].filter((track) => track.waitsFor !== undefined);
        const records = [...this.records, ...open.map((track) => JSON.stringify(waitOf(track, now)))];
        return `{"traceEvents":[\n${records.join(",\n")}\n],"displayTimeUnit":"ns"}\n`;
    }
    countStations() {
        for (const station of this.simulation?.stations ?? []) {
            const { inStation } = station.counters();
            if (this.lastCount.get(station.name) === inStation)
                continue;
            this.lastCount.set(station.name, inStation);
            this.add({ ph: "C", name: station.name, pid: STATIONS, ts: this.now / 1000, args: { customers: inStation } });
        }
    }
    add(record) {
        this.records.push(JSON.stringify(record));
    }
}
