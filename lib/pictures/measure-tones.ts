import { TONE_COUNT, type Tones, toneOf, WHOLE_AREA } from '#contracts/picture-tones.ts'
import { linear } from '#lib/reseller/contrast.ts'

/** A channel's part of luminance, for each of its values. */
const PARTS = [0.2126, 0.7152, 0.0722].map((weight) =>
  Float64Array.from({ length: 256 }, (_, value) => weight * linear(value / 255)),
)

/** How much of a picture is of which lightness. @param data its pixels in sRGB, `channels` bytes each: three, or with alpha */
export function measureTones(data: Uint8Array, channels: 3 | 4): Tones {
  const [red, green, blue] = PARTS as [Float64Array, Float64Array, Float64Array]
  const sums = new Float64Array(TONE_COUNT)
  for (let at = 0; at + channels <= data.length; at += channels) {
    const alpha = channels === 4 ? (data[at + 3] as number) / 255 : 1
    if (alpha === 0) continue
    const luminance =
      (red[data[at] as number] as number) +
      (green[data[at + 1] as number] as number) +
      (blue[data[at + 2] as number] as number)
    const tone = toneOf(luminance)
    sums[tone] = (sums[tone] as number) + alpha
  }
  const pixels = Math.max(1, data.length / channels)
  return Array.from(sums, (sum) => Math.round((sum / pixels) * WHOLE_AREA))
}
