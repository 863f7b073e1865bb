/** Rows `A`, `B`, … without I and O, which look like 1 and 0; after Z come AA, BB. */
export function letters(count: number): string[] {
  const alphabet = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
  return Array.from({ length: count }, (_, index) => {
    const letter = alphabet[index % alphabet.length] as string
    return letter.repeat(1 + Math.floor(index / alphabet.length))
  })
}

/** Rows `1`, `2`, …, from `first` on. */
export const numbers = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_, index) => `${first + index}`)

/** Rows い, ろ, は, … as old playhouses in Japan call them; 47 are enough for any of them. */
export const iroha = (count: number): string[] =>
  [...'いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす'].slice(0, count)
