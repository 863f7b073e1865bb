import { circle, ellipse, type Point, polygon } from './path.ts'

/** A limb: thick at one end, thin at the other, round at both. */
export function limb(from: Point, to: Point, start: number, end: number): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const [nx, ny] = [(from[1] - to[1]) / length, (to[0] - from[0]) / length]
  const sides = polygon([
    [from[0] - nx * start, from[1] - ny * start],
    [to[0] - nx * end, to[1] - ny * end],
    [to[0] + nx * end, to[1] + ny * end],
    [from[0] + nx * start, from[1] + ny * start],
  ])
  return sides + circle(from[0], from[1], start) + circle(to[0], to[1], end)
}

/** Joints in body heights: feet near y 0, crown at −1, x from the middle line. Arms and legs are elbow/hand and knee/foot. */
export type Pose = {
  head: Point
  neck: Point
  hip: Point
  arms: readonly [readonly [Point, Point], readonly [Point, Point]]
  legs: readonly [readonly [Point, Point], readonly [Point, Point]]
}

export const POSES = {
  standing: {
    head: [0, -0.93],
    neck: [0, -0.82],
    hip: [0, -0.5],
    arms: [
      [
        [-0.15, -0.66],
        [-0.16, -0.48],
      ],
      [
        [0.15, -0.66],
        [0.16, -0.48],
      ],
    ],
    legs: [
      [
        [-0.07, -0.26],
        [-0.08, 0],
      ],
      [
        [0.07, -0.26],
        [0.08, 0],
      ],
    ],
  },
  triumph: {
    head: [0, -0.93],
    neck: [0, -0.82],
    hip: [0, -0.5],
    arms: [
      [
        [-0.2, -0.92],
        [-0.3, -1.12],
      ],
      [
        [0.2, -0.92],
        [0.3, -1.12],
      ],
    ],
    legs: [
      [
        [-0.11, -0.26],
        [-0.17, 0],
      ],
      [
        [0.11, -0.26],
        [0.17, 0],
      ],
    ],
  },
  singer: {
    head: [-0.02, -0.93],
    neck: [0, -0.82],
    hip: [0.02, -0.5],
    arms: [
      [
        [-0.17, -0.72],
        [-0.06, -0.86],
      ],
      [
        [0.2, -0.95],
        [0.24, -1.17],
      ],
    ],
    legs: [
      [
        [-0.08, -0.26],
        [-0.13, 0],
      ],
      [
        [0.12, -0.27],
        [0.16, 0],
      ],
    ],
  },
  leaning: {
    head: [0.07, -0.9],
    neck: [0.03, -0.8],
    hip: [-0.04, -0.49],
    arms: [
      [
        [-0.16, -0.64],
        [0.08, -0.56],
      ],
      [
        [0.22, -0.68],
        [0.36, -0.72],
      ],
    ],
    legs: [
      [
        [-0.16, -0.25],
        [-0.2, 0],
      ],
      [
        [0.12, -0.27],
        [0.17, 0],
      ],
    ],
  },
  walking: {
    head: [0.02, -0.93],
    neck: [0.01, -0.82],
    hip: [0, -0.5],
    arms: [
      [
        [-0.13, -0.66],
        [-0.1, -0.48],
      ],
      [
        [0.13, -0.66],
        [0.18, -0.5],
      ],
    ],
    legs: [
      [
        [-0.07, -0.25],
        [-0.17, -0.03],
      ],
      [
        [0.09, -0.27],
        [0.12, 0],
      ],
    ],
  },
  arabesque: {
    head: [0.11, -0.97],
    neck: [0.07, -0.86],
    hip: [0, -0.56],
    arms: [
      [
        [-0.12, -0.86],
        [-0.32, -0.92],
      ],
      [
        [0.26, -0.96],
        [0.44, -1.1],
      ],
    ],
    legs: [
      [
        [-0.24, -0.6],
        [-0.52, -0.7],
      ],
      [
        [0.02, -0.28],
        [0.0, 0.04],
      ],
    ],
  },
  leap: {
    head: [0.06, -0.96],
    neck: [0.03, -0.85],
    hip: [-0.02, -0.55],
    arms: [
      [
        [-0.16, -0.95],
        [-0.3, -1.12],
      ],
      [
        [0.2, -0.86],
        [0.4, -0.94],
      ],
    ],
    legs: [
      [
        [-0.28, -0.48],
        [-0.56, -0.44],
      ],
      [
        [0.24, -0.52],
        [0.5, -0.36],
      ],
    ],
  },
  spin: {
    head: [0, -0.97],
    neck: [0, -0.86],
    hip: [0.01, -0.55],
    arms: [
      [
        [-0.13, -0.98],
        [-0.02, -1.16],
      ],
      [
        [0.13, -0.98],
        [0.02, -1.16],
      ],
    ],
    legs: [
      [
        [0.17, -0.4],
        [0.03, -0.3],
      ],
      [
        [0, -0.27],
        [0, 0.03],
      ],
    ],
  },
  kneel: {
    head: [0.12, -0.72],
    neck: [0.07, -0.63],
    hip: [-0.05, -0.36],
    arms: [
      [
        [-0.1, -0.72],
        [-0.26, -0.86],
      ],
      [
        [0.24, -0.66],
        [0.42, -0.78],
      ],
    ],
    legs: [
      [
        [-0.22, -0.14],
        [-0.44, -0.03],
      ],
      [
        [0.18, -0.3],
        [0.16, 0],
      ],
    ],
  },
} satisfies Record<string, Pose>

/** A person as one silhouette path, feet at (x, y). A negative `height` faces the other way. */
export function person(pose: Pose, x: number, y: number, height: number): string {
  const tall = Math.abs(height)
  const place = ([px, py]: Point): Point => [x + px * height, y + py * tall]
  const thick = (share: number) => share * tall
  const bent = (start: Point, [joint, end]: readonly [Point, Point], widths: readonly [number, number, number]) =>
    limb(place(start), place(joint), thick(widths[0]), thick(widths[1])) +
    limb(place(joint), place(end), thick(widths[1]), thick(widths[2]))
  const [headX, headY] = place(pose.head)
  const shoulder = (side: number): Point => [pose.neck[0] + side * 0.078, pose.neck[1] + 0.035]
  const socket = (side: number): Point => [pose.hip[0] + side * 0.035, pose.hip[1] + 0.01]
  return [
    ellipse(headX, headY, thick(0.048), thick(0.062)),
    limb(place(pose.head), place(pose.neck), thick(0.022), thick(0.03)),
    limb(place(shoulder(-1)), place(socket(-1)), thick(0.034), thick(0.036)),
    limb(place(shoulder(1)), place(socket(1)), thick(0.034), thick(0.036)),
    limb(place(pose.neck), place(pose.hip), thick(0.05), thick(0.058)),
    bent(shoulder(-1), pose.arms[0], [0.03, 0.022, 0.014]),
    bent(shoulder(1), pose.arms[1], [0.03, 0.022, 0.014]),
    bent(socket(-1), pose.legs[0], [0.048, 0.032, 0.017]),
    bent(socket(1), pose.legs[1], [0.048, 0.032, 0.017]),
  ].join('')
}
