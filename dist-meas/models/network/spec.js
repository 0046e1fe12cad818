/** The way to a machine, as plain read-only numbers in SI units. */
export {};
