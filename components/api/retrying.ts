/** Two more tries cover a restart of one instance; a third would only keep people waiting for an honest message. */
export const MAX_RETRIES = 2
const RETRY_BASE_MS = 400
const RETRY_CAP_MS = 4000

/** Doubling, with full jitter, so that browsers that failed together do not come back together. */
export const retryDelay = (failures: number): number =>
  Math.random() * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** failures) + RETRY_BASE_MS / 2
