import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import { messagesFor } from '#lib/text/messages.ts'
import { StaffRole } from './staff-role.tsx'

const member = { accountId: 'a', name: 'Ada', email: 'ada@example.com', role: 'editor', since: '' } as const

it('shows a role to choose, nothing to save yet, and a question before somebody loses the pages', () => {
  const html = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
      <StaffRole member={member} change={async () => true} busy={false} heading={{ current: null }} />
    </IntlProvider>,
  )
  expect(html).toMatch(/<select [^>]*aria-label="Role of Ada"/)
  expect(html).toContain('<option value="editor" selected="">Editor</option>')
  expect(html).not.toContain('>Save<')
  expect(html).toMatch(/<dialog aria-labelledby.*Take access away from Ada\?/)
})
