/** Round values from 0 to at least `top`, about `count` of them. The last one is where an axis ends. */
export function ticksTo(top: number, count = 5): number[] {
  if (!(top > 0)) return [0, 1]
  const rough = top / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough * 0.999) ?? 10) * power
  const steps = Math.ceil(top / step - 1e-9)
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/** A number as a picture shows it: 12,300 or 0.25, without digits that mean nothing. */
export function label(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits })
}
