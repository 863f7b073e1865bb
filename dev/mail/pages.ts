import type { ReceivedMail } from './mailbox.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? '')

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{margin:0 auto;max-width:960px;padding:24px}
h1{font-size:20px}a{color:inherit}ul{list-style:none;padding:0}li a{display:grid;grid-template-columns:7rem 1fr 1.4fr;gap:16px;padding:10px 4px;
border-top:1px solid #8884;text-decoration:none}li a:hover,li a:focus{background:#8882}dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}
dd{margin:0}dt,time{opacity:.7}iframe{width:100%;height:70vh;border:1px solid #8884;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere}
form{display:flex;gap:8px}input{flex:1;font:inherit;padding:6px}button{font:inherit;padding:6px 14px}nav{display:flex;gap:16px}`

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style></head><body>${body}</body></html>`

/** All mails, or one recipient's. */
export function listPage(mails: readonly ReceivedMail[], to: string): string {
  const rows = mails.map(
    ({ id, receivedAt, to: recipients, subject }) =>
      `<li><a href="/mails/${id}"><time>${escaped(receivedAt.slice(11, 19))}</time><span>${escaped(recipients.join(', '))}</span><span>${escaped(subject)}</span></a></li>`,
  )
  const empty = '<p>Nothing was mailed yet. Buy a ticket, or ask for a new password.</p>'
  return page(
    'Mail',
    `<h1>Mail that would have been sent</h1>
<form action="/"><label for="to" hidden>To</label><input id="to" name="to" type="search" value="${escaped(to)}" placeholder="somebody@example.com"><button>Show</button></form>
${rows.length > 0 ? `<ul>${rows.join('')}</ul>` : empty}`,
  )
}

/** One mail. Its HTML is a document of its own, in a frame that may do nothing. */
export function mailPage(mail: ReceivedMail): string {
  const { id, from, replyTo, to, subject, receivedAt, text } = mail
  const facts = [
    ['From', `${from.name} <${from.address}>`],
    ['Reply to', replyTo ?? '–'],
    ['To', to.join(', ')],
    ['At', receivedAt],
  ]
  return page(
    subject,
    `<nav><a href="/">All mail</a><a href="/?to=${encodeURIComponent(to[0] ?? '')}">To ${escaped(to[0] ?? '')}</a></nav><h1>${escaped(subject)}</h1>
<dl>${facts.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<iframe src="/mails/${id}/html" title="As HTML" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>
<h2>As text</h2><pre>${linked(text)}</pre>`,
  )
}

const linked = (text: string): string =>
  escaped(text).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`)
