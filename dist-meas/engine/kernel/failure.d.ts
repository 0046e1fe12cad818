/** An error of the simulation itself or inside it; the message says where (handler or process) and at what simulated time. */
export declare class SimulationError extends Error {
    readonly name: string;
}
/** A budget (events, simulated time, events at one instant) ran out: most likely a loop in the model. */
export declare class BudgetError extends SimulationError {
    readonly name = "BudgetError";
}
/** The message of anything thrown. */
export declare const messageOf: (thrown: unknown) => string;
