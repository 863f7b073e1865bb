import styles from './with-code.module.css'

interface Props {
  readonly text: string
  /** Stands in the text. */
  readonly code: string
}

/** A text with an order's code in it, which is read, and read aloud over the phone, in one piece: no line ends at its hyphen. */
export function WithCode({ text, code }: Props) {
  const at = text.indexOf(code)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <span className={styles.code}>{code}</span>
      {text.slice(at + code.length)}
    </>
  )
}
