/** The package brings no types; whoever opens a font says what it uses of it. */
declare module 'fontkit' {
  export function create(file: Uint8Array): unknown
}
