/** An error of the simulation itself or inside it; the message says where (handler or process) and at what simulated time. */
export class SimulationError extends Error {
  override readonly name: string = "SimulationError";
}

/** A budget (events, simulated time, events at one instant) ran out: most likely a loop in the model. */
export class BudgetError extends SimulationError {
  override readonly name = "BudgetError";
}

/** The message of anything thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
