/** The few words we use of it; the package brings no types. */
declare module 'fontkit' {
  interface Path {
    scale(x: number, y: number): Path
    translate(x: number, y: number): Path
    toSVG(): string
  }
  interface GlyphRun {
    readonly glyphs: readonly { readonly path: Path }[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
  }
  export interface Font {
    readonly unitsPerEm: number
    layout(text: string): GlyphRun
  }
  export function create(data: Uint8Array): Font
}
