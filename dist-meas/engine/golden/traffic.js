/** The mixed model's event handlers: customers of nine sources take their routes through the stations. */
import { createArrivals, nanoseconds, notify, sampler, seconds } from "../index.js";
import { ARRIVALS, DISTRIBUTIONS } from "./variates.js";
export function startTraffic(simulation, plant) {
    const services = Object.fromEntries(Object.entries(DISTRIBUTIONS).map(([name, spec]) => {
        const draw = sampler(spec, simulation.stream(`service: ${name}`));
        return [name, () => nanoseconds(draw() / 1000)];
    }));
    const bytes = (name) => services[name]() / 1000; // a microsecond is a byte: 5 kB on average
    const since = [];
    const sourceOf = [];
    const stageOf = [];
    const free = [];
    const advance = simulation.on("advance", (customer) => {
        const route = routes[names[sourceOf[customer]]];
        const stage = stageOf[customer]++;
        const isLost = stage < route.length && route[stage](customer) === false;
        if (!isLost && stage < route.length)
            return;
        const name = names[sourceOf[customer]];
        if (isLost)
            lost[name]++;
        else
            responses[name].push(seconds(simulation.now - since[customer]));
        free.push(customer);
    });
    const unload = simulation.on("unload", (customer) => void plant.terminals.submit(services.uniform(), leaveDock, customer));
    const leaveDock = simulation.on("leave dock", (customer) => {
        plant.docks.release(1 + (customer & 1));
        simulation.call(advance, customer);
    });
    const urgency = simulation.stream("urgency");
    const { fifo, lifo, priority, preemptive, line, net, cpu, threads, docks, gate, mailbox, tank } = plant;
    const fifoStage = (customer) => fifo.submit(services.exponential(), advance, customer);
    const lifoStage = (customer) => lifo.submit(services.erlang(), advance, customer);
    const priorityStage = (customer) => priority.submit(services["gamma, cv 0.5"](), advance, customer, urgency.integer(3));
    const preemptiveStage = (customer) => preemptive.submit(services.lognormal(), advance, customer, urgency.integer(4));
    const delayStage = (customer) => plant.terminals.submit(services["gamma, cv 2"](), advance, customer);
    const lineStage = (customer) => line.send(bytes("weibull"), advance, customer);
    const netStage = (customer) => net.send(bytes("pareto"), advance, customer);
    const limitedStage = (customer) => net.send(bytes("zipf"), advance, customer, plant.limitedFlows);
    const goldStage = (customer) => cpu.submit(plant.gold, services.hyperexponential(), advance, customer, 1 + (customer % 3) / 2);
    const cappedStage = (customer) => cpu.submit(plant.capped, services.empirical(), advance, customer);
    const threadStage = (customer) => threads.submit(plant.anyThread, services["lognormal by percentile"](), advance, customer);
    const dockStage = (customer) => notify(simulation, docks.acquire(1 + (customer & 1), customer & 3), unload, customer);
    const gateStage = (customer) => notify(simulation, gate.pass(), advance, customer);
    const mailStage = (customer) => mailbox.offer(customer) && now(customer);
    const tokenStage = (customer) => tank.tryGet(services["weighted empirical"]() / 4e6) && now(customer);
    const refillStage = (customer) => tank.offer(services.trace() / 4e6) && now(customer);
    const now = (customer) => simulation.after(0, advance, customer);
    const routes = {
        poisson: [fifoStage, goldStage, lineStage],
        varying: [lifoStage, cappedStage, delayStage, netStage],
        mmpp: [priorityStage, threadStage, limitedStage],
        "on/off": [preemptiveStage, goldStage, netStage, refillStage],
        batch: [fifoStage, limitedStage, tokenStage],
        renewal: [dockStage, threadStage, lineStage],
        trace: [gateStage, preemptiveStage, mailStage],
        periodic: [delayStage, tokenStage],
        bursts: [lineStage, refillStage],
    };
    const names = Object.keys(routes);
    const responses = Object.fromEntries(names.map((name) => [name, []]));
    const lost = Object.fromEntries(names.map((name) => [name, 0]));
    const sources = names.map((name) => createArrivals(ARRIVALS[name], simulation.stream(`arrivals: ${name}`)));
    /** One arrival is pending for each source. */
    const arrival = simulation.on("arrival", (source) => {
        const customer = free.pop() ?? since.length;
        since[customer] = simulation.now;
        sourceOf[customer] = source;
        stageOf[customer] = 0;
        simulation.call(advance, customer);
        scheduleNext(source);
    });
    function scheduleNext(source) {
        const time = sources[source].next();
        if (time < Infinity)
            simulation.at(time, arrival, source);
    }
    names.forEach((_, source) => void scheduleNext(source));
    return { responses, lost };
}
