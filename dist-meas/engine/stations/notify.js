class Notification {
    simulation;
    handler;
    arg;
    constructor(simulation, handler, arg) {
        this.simulation = simulation;
        this.handler = handler;
        this.arg = arg;
    }
    granted() {
        this.simulation.after(0, this.handler, this.arg);
    }
    failed(_wait, error) {
        throw error;
    }
}
/**
 * Lets an event handler wait for what processes wait for: `handler(arg)` is scheduled when the wait is over, at this instant if there is
 * nothing to wait for. Its `result` is valid then. To give up, call `abandon` on it.
 *
 *     const place = notify(simulation, semaphore.acquire(), granted, customer);
 */
export function notify(simulation, wait, handler, arg = 0) {
    const waiter = new Notification(simulation, handler, arg);
    if (wait.beginFor(waiter))
        waiter.granted();
    return wait;
}
