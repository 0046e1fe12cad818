/** The mixed model's processes: impatience, blocking, breakdowns, kills, failures, races and joins. */
import { Interrupt, nanoseconds, ProcessFailure, sampler, Tally } from "../index.js";
export function startStories(simulation, plant, settings) {
    const { cpu, gold, capped, docks, tank, buffer, mailbox, gate, net, limitedFlows, line, priority, lifo, terminals } = plant;
    const happenings = {};
    const rounds = new Tally();
    const chance = simulation.stream("chance");
    const happens = (what, times = 1) => void (happenings[what] = (happenings[what] ?? 0) + times);
    const time = (mean) => nanoseconds(chance.exponential(mean));
    /** Thinks, then wants docks, but not for long; works there, and sends the result. */
    function* client(index) {
        const think = sampler({ kind: "exponential", mean: settings.thinkTime }, simulation.stream(`client ${index}`));
        for (;;) {
            yield* terminals.serve(nanoseconds(think()));
            const start = simulation.now;
            const first = yield* simulation.anyOf(docks.acquire(2, index % 3), simulation.timeout(time(0.05)));
            if (first.index === 1) {
                happens("client lost patience");
                continue;
            }
            yield* cpu.serve(gold, time(0.004), 2);
            const [, served] = yield* simulation.allOf(net.transfer(4000, limitedFlows), priority.serve(time(0.003), 1), line.transfer(900));
            happens(served ? "client served" : "client turned away");
            docks.release(2);
            rounds.add((simulation.now - start) / 1e9);
        }
    }
    function* machine() {
        for (let part = 0;; part++) {
            yield simulation.hold(time(0.02));
            yield* buffer.put(part, part % 5 === 0 ? -1 : 0); // blocked while it is full
        }
    }
    function* packer() {
        for (;;) {
            const part = yield* buffer.get();
            happens("parity of parts", part % 2);
            yield* lifo.serve(time(0.015));
        }
    }
    /** Reads what the handlers put into the mailbox, unless it takes too long. */
    function* clerk() {
        for (;;) {
            const first = yield* simulation.anyOf(simulation.timeout(nanoseconds(0.03)), mailbox.get());
            happens(first.index === 0 ? "no letter" : "letter");
            if (first.index === 1)
                yield simulation.hold(nanoseconds(0.008 + (first.value % 5) / 1000));
        }
    }
    function* filler() {
        for (;;) {
            yield* tank.put(1 + chance.integer(8));
            yield simulation.hold(time(0.06));
        }
    }
    function* driver(index) {
        for (;;) {
            const first = yield* simulation.anyOf(tank.get(1 + chance.integer(10), index), simulation.timeout(time(0.3)));
            happens(first.index === 0 ? "driver fuelled" : "driver went on");
            yield simulation.hold(time(0.2));
        }
    }
    function* keeper() {
        for (;;) {
            yield simulation.hold(time(0.05));
            gate.close();
            yield simulation.hold(nanoseconds(settings.closed / 2));
            gate.pulse();
            yield simulation.hold(nanoseconds(settings.closed / 2));
            gate.open();
        }
    }
    /** Works until interrupted; returns how far it came. Uses a dock all the while, and gives it back even when killed. */
    function* worker(kind) {
        let done = 0;
        try {
            for (; done < 4; done++) {
                yield* cpu.serve(capped, nanoseconds(0.002));
                yield* simulation.timeout(time(0.01));
                if (kind === 3 && chance.integer(4) === 0)
                    throw new RangeError("broken tool");
            }
        }
        catch (error) {
            if (!(error instanceof Interrupt))
                throw error;
            happens(`worker interrupted, reason ${error.reason}`);
        }
        finally {
            happens("worker left");
        }
        return done;
    }
    function* foreman() {
        for (;;) {
            const workers = [];
            for (let kind = 0; kind < 4; kind++)
                workers.push(simulation.spawn(`worker ${kind}`, docks.use(worker(kind))));
            simulation.spawn("trouble", trouble(workers));
            try {
                const [a, b, c, d] = workers;
                const steps = yield* simulation.allOf(simulation.join(a), simulation.join(b), simulation.join(c), simulation.join(d));
                happens("steps of workers", steps.reduce((sum, n) => sum + n, 0));
            }
            catch (error) {
                if (!(error instanceof ProcessFailure))
                    throw error;
                happens("foreman told of a failure or a kill");
                happens("length of messages", error.message.length);
                for (const each of workers)
                    simulation.kill(each);
            }
            yield simulation.hold(time(0.02));
        }
    }
    function* trouble(workers) {
        yield simulation.hold(time(0.06));
        const victim = workers[chance.integer(workers.length)];
        if (chance.integer(2) === 0)
            happens("interrupts that came in time", Number(simulation.interrupt(victim, chance.integer(3))));
        else
            happens("kills that came in time", Number(simulation.kill(victim)));
    }
    for (let index = 0; index < 12; index++)
        simulation.spawn(`client ${index}`, client(index));
    for (let index = 0; index < 3; index++)
        simulation.spawn(`driver ${index}`, driver(index));
    simulation.spawn("machine", machine());
    simulation.spawn("packer", packer());
    simulation.spawn("clerk", clerk());
    simulation.spawn("filler", filler());
    simulation.spawn("keeper", keeper());
    simulation.spawn("foreman", foreman());
    return { happenings, rounds };
}
