/**
 * Six colours with jobs rather than numbers, so that every composition works in every palette:
 * silhouettes, dark ground, the colour one remembers, the loud accent, light, and paper.
 */
export type Palette = {
  name: string
  /** What the ground wants to be: `night` for dark and loud, `day` for printed on paper. */
  tone: 'night' | 'day'
  ink: string
  deep: string
  main: string
  pop: string
  glow: string
  paper: string
}

const palette = (tone: Palette['tone'], name: string, colours: string): Palette => {
  const [ink, deep, main, pop, glow, paper] = colours.split(' ') as [string, string, string, string, string, string]
  return { name, tone, ink, deep, main, pop, glow, paper }
}

export const PALETTES: readonly Palette[] = [
  palette('night', 'ember', '#140a12 #3d0f2c #a6193f #ff4b2b #ffb03a #fff0d9'),
  palette('night', 'electric', '#07061a #1b1464 #4b2bff #ff2e88 #5ef2ff #f3f0ff'),
  palette('night', 'ultraviolet', '#0d0519 #2f0c5c #7a1fd1 #ff5ac8 #ffc2f0 #fff5fb'),
  palette('night', 'acid', '#08100c #10382d #1c7d52 #b8f000 #eaff7a #fbffe8'),
  palette('night', 'cobalt', '#060b1e #0c2461 #1e56d9 #ff6b3d #ffd08a #fdf6ea'),
  palette('night', 'cinema', '#071315 #0e3a40 #1d7f80 #f26b21 #ffc15e #fff3dc'),
  palette('night', 'crimson', '#14060a #4a0a18 #a50f2a #e9363f #f6b26b #fdeedd'),
  palette('night', 'gold', '#0a0d18 #17213f #34456f #d39a2f #f4d58a #fbf5e3'),
  palette('night', 'absinthe', '#0b1512 #1c3d36 #3f7d63 #e4c95a #f4eaa8 #fdfbea'),
  palette('night', 'infrared', '#100818 #38104a #8a1c6b #ff3d5a #ff9a62 #ffe9cf'),
  palette('night', 'aurora', '#050d1c #0d2f4a #12756f #43e0a0 #c6ffd8 #f2fff7'),
  palette('night', 'moonlit', '#0a1026 #1b2b5c #4a66a8 #f2876b #f3dfa2 #fdf8e6'),
  palette('night', 'velvet', '#130818 #3a1145 #6f2173 #d9446f #f2a98f #fcebdd'),
  palette('night', 'signal', '#0c0c0d #242427 #5f5d5b #ff3b1f #ded8cc #f7f4ee'),
  palette('day', 'riso', '#1d1d3d #24408e #3a6fe0 #ff5a5f #ffc845 #fbf3e4'),
  palette('day', 'primary', '#16161a #1c4fa0 #d1332b #f2b705 #b9cfd6 #f4ecdc'),
  palette('day', 'citrus', '#2b1a12 #8a3b12 #f26419 #ffa62b #ffe08a #fff8e7'),
  palette('day', 'playground', '#1d2b53 #2f6fde #ff5d73 #ffc43d #a7e3ff #fffaf0'),
  palette('day', 'meadow', '#17301f #2f6b3c #6cab4a #ff8552 #ffd97d #fbf8e8'),
  palette('day', 'lagoon', '#0e2a3b #14627a #23a6a6 #ff7f6a #ffd9a8 #fdf7ec'),
  palette('day', 'candy', '#3a1746 #8b2f8f #ef5da8 #ff9f5c #ffe27a #fff6f2'),
  palette('day', 'sky', '#16264c #2e5eaa #5fa8e6 #ff8a5b #bfe4ff #fdfaf2'),
  palette('day', 'terracotta', '#2a1713 #7a3323 #c8603a #e8a063 #f2d3a8 #faf1e3'),
  palette('day', 'sumi', '#15161a #3a4048 #8d8f8c #d8382c #e4d8bf #f6f0e2'),
  palette('day', 'indigo', '#0e1a33 #1f3b73 #3f6db0 #d9483b #bcd3e2 #f5efdf'),
  palette('day', 'sakura', '#2d1b2e #7a3b5a #d0628a #f4858e #fbcfd0 #fff8f2'),
  palette('day', 'matcha', '#1c2616 #4b6333 #8aa353 #d65b3f #dcd9a5 #f8f4e2'),
  palette('day', 'mustard', '#1f2a2c #1f6f70 #d9552b #e6a92f #cfd9c0 #f6eedb'),
  palette('day', 'orchard', '#24132b #553066 #a05a93 #f2855e #f8c9a0 #fdf4e8'),
]
