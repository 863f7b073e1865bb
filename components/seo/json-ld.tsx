interface Props {
  /** As `lib/seo/json-ld.ts` wrote it: safe within a script element. */
  readonly text: string
}

/** Structured data for search engines. It is no script, so it needs no nonce and nothing runs. */
export function JsonLd({ text }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a script element's text cannot be escaped as markup is
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}
