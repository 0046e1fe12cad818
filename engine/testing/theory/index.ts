/** What queueing theory knows about stations and networks: closed forms and exact recursions, independent of the simulator. */
export * from "./erlang.ts";
export * from "./networks.ts";
export * from "./sharing.ts";
export * from "./single-server.ts";
