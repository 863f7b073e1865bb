import compile from 'icu-minify/compile'

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>

const done = new WeakMap<object, object>()

/**
 * A namespace's texts as browsers get them: taken apart here, so that no parser has to come along. Of the type of what
 * went in, because whoever reads them (`useTranslations`) takes their arguments from it.
 */
export function compiledTexts<T extends Texts[string]>(texts: T): T {
  const known =
    done.get(texts) ?? Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, plain(compile(text))]))
  done.set(texts, known)
  return known as T
}

/** The compiler's objects have no prototype, and React sends only plain ones to browsers. */
const plain = <T>(value: T): T => structuredClone(value)
