/** How a command line ended, in a process of its own or in the test's. */
export interface Outcome {
  /** Exit code; -1 if a signal ended the process. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
