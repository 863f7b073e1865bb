/**
 * Stands on pages that write prices or times in the browser while they wake: what formatters have to read is read in a
 * worker by then (dev/build/first-frame, decision 0104).
 */
export function FormattersAhead() {
  return <meta name="formatters" content="ahead" />
}
