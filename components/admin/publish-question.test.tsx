import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import type { ContrastFault } from '#lib/config-review/contrast-report.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { PublishQuestion } from './publish-question.tsx'
import type { AskedPublish, PublishStanding } from './publish-standing.ts'

const fault: ContrastFault = {
  ...{ kind: 'contrast', use: 'text', front: 'text', frontColour: '#777777', ground: 'background' },
  ...{ groundColour: '#888888', ratio: 1.2, needs: 4.5, mend: null },
}
const good: AskedPublish = {
  ...{ version: 7, rollback: false, changes: [] },
  review: { blocked: false, faults: [], gaps: [] },
}

/** @returns the whole question, its last button, and the ids of what says why that cannot be pressed */
function question(asked: AskedPublish | null, step: PublishStanding['step'] = 'open', seen = true) {
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <PublishQuestion
        dialog={{ current: null }}
        standing={asked && { step, asked }}
        seen={seen}
        ask={() => {}}
        publish={() => {}}
      />
    </IntlProvider>,
  )
  const button = html.match(/<button[^>]*>/g)?.at(-1) ?? ''
  expect(button, 'what is off keeps the focus').not.toMatch(/ disabled/)
  const [, why = ''] = /aria-describedby="([^"]*)"/.exec(button) ?? []
  return { html, button, off: button.includes('aria-disabled="true"'), why: why === '' ? [] : why.split(' ') }
}

it('asks about a version that may be published, or taken up again', () => {
  expect(question(good)).toMatchObject({ off: false, why: [] })
  expect(question(good).html).toContain('Publish version 7?')
  expect(question({ ...good, rollback: true }).html).toContain('Roll back to version 7?')
})

it.each([
  ['cannot be read', { ...good, review: { ...good.review, blocked: true, faults: [fault] } }, 'This stops a publish'],
  ['has other addresses', { ...good, changes: [{ of: 'host', what: 'added', host: 'a.example' } as const] }, ''],
])('does not take yes for a version that %s, and says why', (_, asked, words) => {
  const { html, off, why } = question(asked)
  expect([off, why.length]).toEqual([true, 1])
  expect(html).toMatch(new RegExp(`id="${why[0]}" class="note bad">.*${words}`))
})

it('lets the page be rendered again under it, or it would not hear what went live meanwhile', () => {
  expect(question(good).html).toMatch(/<dialog[^>]* data-follows/)
})

it('takes no answer before there is a question, nor before that could be seen', () => {
  expect(question(null).off).toBe(true)
  expect(question(good, 'open', false).off).toBe(true)
  expect(question(good, 'changed', false).off, 'to ask anew publishes nothing').toBe(false)
})

it.each(['open', 'changed'] as const)('has its form send nothing by itself while it is %s', (step) => {
  expect(question(good, step).button).toContain('type="button"')
})

it('shows no difference once something else is live, and its last button only asks anew', () => {
  const { html, off } = question({ ...good, changes: [{ of: 'languages' }] }, 'changed')
  expect(html).toContain('class="note warn">Another version went live meanwhile')
  expect(html).not.toContain('<li')
  expect([off, html.includes('Show what it would change now</button>')]).toEqual([false, true])
})

it.each(['live', 'gone', 'away'] as const)(
  'takes no answer about a version that is %s meanwhile, and says why',
  (step) => {
    const { html, off, why } = question(good, step)
    expect([off, why.length]).toEqual([true, 1])
    expect(html).toMatch(new RegExp(`id="${why[0]}" class="note warn">.*meanwhile`))
  },
)
