/** An error of the simulation itself or inside it; the message says where (handler or process) and at what simulated time. */
export class SimulationError extends Error {
    name = "SimulationError";
}
/** A budget (events, simulated time, events at one instant) ran out: most likely a loop in the model. */
export class BudgetError extends SimulationError {
    name = "BudgetError";
}
/** The message of anything thrown. */
export const messageOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));
