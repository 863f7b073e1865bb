/** The package brings no types; `open-face.ts` says what it uses of a font. */
declare module 'fontkit' {
  export function create(file: Uint8Array): unknown
}
