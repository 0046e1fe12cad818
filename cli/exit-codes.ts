/** How a command ended. docs/exit-codes.md and `plimsoll --help` are checked against this table. */
export const EXIT = {
  ok: 0,
  internal: 1,
  usage: 2,
  input: 3,
  objective: 4,
  precision: 6,
  unstable: 7,
  output: 8,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means. 5 is kept for a comparison with an earlier result. */
export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, "success"],
  [EXIT.internal, "internal error: a bug in Plimsoll, please report it"],
  [EXIT.usage, "wrong command line"],
  [EXIT.input, "invalid scenario, trace or preset"],
  [EXIT.objective, "objective missed (only with --check)"],
  [EXIT.precision, "can't be told: too few requests or replications, or not settled (only with --check)"],
  [EXIT.unstable, "overloaded: requests arrive faster than they are answered (only with --check)"],
  [EXIT.output, "results could not be written"],
  [EXIT.interrupted, "interrupted by Ctrl-C; partial results are kept"],
  [EXIT.terminated, "terminated by SIGTERM; partial results are kept"],
];
