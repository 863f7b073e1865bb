export type Area = { x: number; y: number; width: number; height: number }

/**
 * Dots on a turned grid, as one path; each dot grows with the shade (0 none, 1 touching its neighbours) wanted at its place.
 * `pitch` is the distance between dots.
 */
export function halftone(area: Area, pitch: number, angle: number, shade: (x: number, y: number) => number): string {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [area.x + area.width / 2, area.y + area.height / 2]
  const reach = Math.ceil(Math.hypot(area.width, area.height) / 2 / pitch)
  let data = ''
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) {
      const x = middleX + (column * cosine - row * sine) * pitch
      const y = middleY + (column * sine + row * cosine) * pitch
      if (Math.abs(x - middleX) > area.width / 2 + pitch || Math.abs(y - middleY) > area.height / 2 + pitch) continue
      data += dot(x, y, Math.sqrt(Math.min(1, Math.max(0, shade(x, y)))) * pitch * 0.6)
    }
  }
  return data
}

const dot = (x: number, y: number, r: number) =>
  r < 0.5 ? '' : `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
