import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WithCode } from './with-code.tsx'

const drawn = (text: string) => renderToStaticMarkup(<WithCode text={text} code="Q9YR-XGR5" />)

it('keeps the code in one piece, wherever a language puts it', () => {
  expect(drawn('2 tickets · Order Q9YR-XGR5')).toMatch(/^2 tickets · Order <span class="[^"]+">Q9YR-XGR5<\/span>$/)
  expect(drawn('注文Q9YR-XGR5（2枚）')).toMatch(/^注文<span class="[^"]+">Q9YR-XGR5<\/span>（2枚）$/)
})

it('says a text without it as it is', () => {
  expect(drawn('2 tickets')).toBe('2 tickets')
})
