/** What counts against its configured size: runtime, code and heap [B]. */
export const functionMemory = (app, { runtime }) => runtime.memory + app.memory.code + app.memory.heap;
