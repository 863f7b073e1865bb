/**
 * Ends the process with one line that says what is wrong and the way out.
 * @param {string} line
 * @returns {never}
 */
export function leaveWith(line) {
  console.error(`✗ ${line}`)
  process.exit(1)
}
