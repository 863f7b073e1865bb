/**
 * Where a venue is, in one line. Cores write addresses as they like: `Kay 4` or `1400 White Drive, Chicago, IL 60605`; the city
 * is added only where its address does not name it already.
 */
export function venueAddress({ address, city }: { readonly address: string; readonly city: string }): string {
  const [street, town] = [address.trim(), city.trim()]
  if (street === '' || town === '') return street || town
  const parts = street.split(/[,、\n]/).map((part) => fold(part))
  const named = UNSPACED.test(town)
    ? street.includes(town)
    : parts.some((part) => part === fold(town) || part.endsWith(` ${fold(town)}`))
  return named ? street : `${street}, ${town}`
}

/** Kana and Han, written without spaces between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/

const fold = (text: string): string => text.trim().toLocaleLowerCase('en')
