/** An application that is measured, and decides nothing. */
export const NO_LIMIT = { latency: Number.POSITIVE_INFINITY, collapseShare: Number.POSITIVE_INFINITY };
