/**
 * Text that begins with something is from it on, and before this, in the order of bytes (`COLLATE "C"`): a range of an index.
 * Comparisons leak nothing, so row-level security lets them use it; LIKE it would not.
 */
export const behindAllFrom = (beginning: string): string => `${beginning}\u{10ffff}`
