/** The package brings no types; this is what we use of it. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'woff2' | 'sfnt'
    /** Tags of OpenType layout features; every other one goes. */
    readonly keepFeatures: readonly string[]
    /** Numbers of entries in the table of names that stay beside the font's own name. */
    readonly preserveNameIds: readonly number[]
    readonly variationAxes?: Readonly<Record<string, { readonly min: number; readonly max: number }>>
  }
  export default function subsetFont(file: Buffer, text: string, options: Options): Promise<Buffer>
}
