import { brotliDecompressSync } from 'node:zlib'
import { create } from 'fontkit'
import { encodeOutline, type PathCommand } from './glyph-outline.ts'

/*
 * Our fonts are woff2, mostly variable: the browser's form. A PDF wants plain TrueType of one weight. fontkit reads the
 * former; what it cannot do is write the latter from it (decision 0080), so this file stands between it and pdfkit.
 * Everything that is not fontkit's documented interface is here, typed, and held by a test.
 */

/** A font as pdfkit takes it, in one weight. */
export interface Face {
  readonly unitsPerEm: number
  readonly postscriptName: string
  readonly ascent: number
  /** Below the line, negative. */
  readonly descent: number
  readonly lineGap: number
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(text: string): { readonly advanceWidth: number }
}

interface Glyph {
  codePoints: readonly number[]
  readonly advanceWidth: number
  readonly path: { readonly commands: readonly PathCommand[] }
  _getMetrics(): { readonly leftBearing: number }
}

interface Subset {
  readonly font: { getGlyph(id: number): Glyph }
  readonly glyf: Uint8Array[]
  readonly loca: { readonly offsets: number[] }
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] }
  offset: number
  _addGlyph(id: number): number
}

interface Point {
  x: number
  y: number
  onCurve: boolean
  endContour: boolean
}

interface RawGlyph {
  readonly points?: Point[]
  readonly components?: { dx: number; dy: number }[]
}

interface Table {
  offset: number
  readonly length: number
  readonly transformLength?: number | null
  readonly transformed?: boolean
}

interface Stream {
  pos: number
  readBuffer(size: number): Uint8Array
}

interface RawFont extends Face {
  readonly variationAxes?: Readonly<
    Record<string, { readonly min: number; readonly default: number; readonly max: number }>
  >
  readonly directory: {
    readonly totalCompressedSize: number
    readonly tables: Readonly<Record<string, Table>>
  }
  readonly _dataPos: number
  readonly _tables: Record<string, unknown>
  readonly _variationProcessor: { transformPoints(glyph: number, points: readonly Point[]): void } | null
  stream: Stream
  _decompressed?: boolean
  _transformedGlyphs?: readonly RawGlyph[]
  variationCoords?: readonly number[]
  getGlyph(id: number, codePoints?: readonly number[]): Glyph
  _decompress(): void
  _transformGlyfTable(): void
  createSubset(): Subset
}

/**
 * @param name what the PDF calls it: pdfkit takes fonts of one name for one font
 * @param opticalSize for which size it is drawn, in points, where a font has an axis for that; as it is drawn by default without
 */
export function openFace(file: Uint8Array, weight: number, name: string, opticalSize?: number): Face {
  const font = create(file) as RawFont
  font._decompress = decompress
  rememberCharacters(font)
  if (font.directory.tables.glyf?.transformed) unpack(font)
  vary(font, { wght: weight, opsz: opticalSize })
  return new Proxy(font, {
    get: (target, key) => {
      if (key === 'createSubset') return () => createSubset(font)
      if (key === 'postscriptName') return name
      return Reflect.get(target, key, target)
    },
  })
}

/** By Node's own brotli: the one that fontkit brings is JavaScript, and holds everybody up for half a second a font. */
function decompress(this: RawFont): void {
  if (this._decompressed) return
  this.stream.pos = this._dataPos
  const packed = this.stream.readBuffer(this.directory.totalCompressedSize)
  let offset = 0
  for (const table of Object.values(this.directory.tables)) {
    table.offset = offset
    offset += table.transformLength ?? table.length
  }
  const Opened = this.stream.constructor as new (bytes: Uint8Array) => Stream
  this.stream = new Opened(brotliDecompressSync(packed))
  this._decompressed = true
}

/** An `a` that was drawn first as a part of `á` does not know what it stands for, and could not be copied from the PDF. */
function rememberCharacters(font: RawFont): void {
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints)
    if (glyph && glyph.codePoints.length === 0) glyph.codePoints = codePoints
    return glyph
  }
}

/** Outlines of the default weight. While they are read nothing may vary, and what varies is remembered on first asking. */
function unpack(font: RawFont): void {
  Object.defineProperty(font, '_variationProcessor', { value: null, configurable: true })
  font._transformGlyfTable()
  Reflect.deleteProperty(font, '_variationProcessor')
  font._tables.loca = { version: 1 } // woff2 has none; ours is written with offsets of four bytes
}

/** Sets the axes. Of some hundred outlines a ticket needs thirty: each is moved when it is looked at first. */
function vary(font: RawFont, wanted: Readonly<Record<string, number | undefined>>): void {
  const axes = Object.entries(font.variationAxes ?? {})
  if (axes.length === 0) return
  font.variationCoords = axes.map(([tag, { min, default: usual, max }]) =>
    Math.min(max, Math.max(min, wanted[tag] ?? usual)),
  )
  const moved = new Set<number>()
  font._transformedGlyphs = new Proxy(font._transformedGlyphs ?? [], {
    get(glyphs, key) {
      const id = Number(key)
      const glyph = glyphs[id]
      if (glyph && !moved.has(id)) {
        moved.add(id)
        move(font, id, glyph)
      }
      return Reflect.get(glyphs, key)
    },
  })
}

function move(font: RawFont, id: number, glyph: RawGlyph): void {
  const parts = glyph.points ?? glyph.components?.map(({ dx, dy }) => pointAt(dx, dy)) ?? []
  // Four more stand for a glyph's width and height; ours come from the table of advances.
  font._variationProcessor?.transformPoints(id, [...parts, ...[0, 0, 0, 0].map(() => pointAt(0, 0))])
  glyph.components?.forEach((component, index) => {
    component.dx = parts[index]?.x ?? component.dx
    component.dy = parts[index]?.y ?? component.dy
  })
}

/** With the copy that the interpolation asks for. */
function pointAt(x: number, y: number): Point {
  return { x, y, onCurve: true, endContour: true, copy: () => pointAt(x, y) } as Point
}

/** The glyphs that a PDF uses, each drawn out: components and weights resolved, so that none leans on another. */
function createSubset(font: RawFont): Subset {
  const subset = font.createSubset()
  subset._addGlyph = function (this: Subset, id) {
    const glyph = this.font.getGlyph(id)
    const bytes = encodeOutline(glyph.path.commands)
    this.glyf.push(bytes)
    this.loca.offsets.push(this.offset)
    this.hmtx.metrics.push({
      advance: Math.round(glyph.advanceWidth),
      bearing: Math.round(glyph._getMetrics().leftBearing),
    })
    this.offset += bytes.length
    return this.glyf.length - 1
  }
  return subset
}
