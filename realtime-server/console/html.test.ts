import { expect, test } from 'vitest'
import { html } from './html.ts'

test('escapes what is put in, wherever it stands, and takes markup as it is', () => {
  const evil = `<img src=x onerror='1'>&"`
  const items = [evil, 'b'].map((one) => html`<li title="${one}">${one}</li>`)
  const escaped = '&#60;img src=x onerror=&#39;1&#39;&#62;&#38;&#34;'
  expect(html`<ul>${items}</ul>${3}`.text).toBe(`<ul><li title="${escaped}">${escaped}</li><li title="b">b</li></ul>3`)
})
