import type { Locale } from '#contracts/reseller-config.ts'
import { isolated } from '#lib/text/isolated.ts'
import { type Brand, ownLink } from '../../brand/brand.ts'
import type { ClosingLine } from './closing-lines.ts'
import { escapeHtml } from './escape.ts'
import { darkMailColours, type MailColours, mailColours } from './mail-colours.ts'
import { mailLogo } from './mail-logo.ts'
import { type MailLook, mailLook } from './mail-look.ts'
import type { Ending, Fact, MailBlock, MailParts } from './mail-parts.ts'

/*
 * A mail as HTML for mail programs: nested tables and inline styles, because nothing else looks the same everywhere, and
 * no picture, script or font from anywhere: a logo travels with the mail. Everything in it is escaped text or one of a theme's typed tokens.
 */

interface Writing {
  readonly colours: MailColours
  readonly look: MailLook
}

/** @param closing the last lines, below the card */
export function writeHtml(parts: MailParts, brand: Brand, locale: Locale, closing: readonly ClosingLine[]): string {
  const { theme, logo } = brand.config
  const writing = { colours: mailColours(theme), look: mailLook(theme) }
  const { colours, look } = writing
  const dark = darkMailColours(theme)
  const schemes = dark ? 'light dark' : theme.scheme
  const [first] = parts.blocks
  const preview = first?.type === 'text' ? first.text : parts.title
  const gap = `${look.paddingPx}px`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="${schemes}">
<meta name="supported-color-schemes" content="${schemes}">
<title>${escapeHtml(parts.subject)}</title>
<style>:root{color-scheme:${schemes}}${dark ? darkRules(dark) : ''}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${colours.background};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${colours.background}">
<tr><td align="center" style="padding:${gap} 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td align="${look.align}" style="padding:0 ${gap} 20px;font-family:${look.display};${look.wordmark}">
<a href="${escapeHtml(ownLink(brand, '/', locale))}" class="link" style="color:${colours.link};text-decoration:none">${mailLogo(brand, colours, `color:${colours.text}`) ?? escapeHtml(logo.wordmark)}</a>
</td></tr>
<tr><td class="card" style="background:${colours.surface};${cardBorder(writing)}border-radius:${look.radiusPx}px;padding:${gap}">
<h1 class="text" style="margin:0 0 16px;color:${colours.text};font-family:${look.display};${look.title};text-align:${look.align}">${escapeHtml(parts.title)}</h1>
${parts.blocks.map((block) => writeBlock(block, writing)).join('\n')}
</td></tr>
<tr><td align="${look.align}" style="padding:20px ${gap} 0">
${closing.map(({ text, lang }) => paragraph(text, 'muted', `color:${colours.muted};font:13px/1.55 ${look.body}`, lang)).join('\n')}
${parts.ending ? endingLine(parts.ending, writing) : ''}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

/** Programs that honour it show the whole brand dark; the button keeps its colours, which are legible on any ground. */
function darkRules(dark: MailColours): string {
  const rules = [
    `.ground{background:${dark.background}!important}`,
    `.card{background:${dark.surface}!important;border-color:${dark.border}!important}`,
    `.line{border-color:${dark.border}!important}`,
    `.text{color:${dark.text}!important}`,
    `.muted{color:${dark.muted}!important}`,
    `.link{color:${dark.link}!important}`,
  ]
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`
}

function cardBorder({ colours, look }: Writing): string {
  const line = `1px solid ${colours.border}`
  return look.barPx > 1 ? `border:${line};border-top:${look.barPx}px solid ${colours.button};` : `border:${line};`
}

/** Lines keep their breaks: signatures and legal texts have them. */
function paragraph(text: string, name: string, style: string, lang?: Locale): string {
  const lines = escapeHtml(text.trim()).replace(/\r?\n/g, '<br>')
  return `<p class="${name}"${lang ? ` lang="${lang}"` : ''} style="margin:0 0 16px;${style}">${lines}</p>`
}

function writeBlock(block: MailBlock, writing: Writing): string {
  const { colours, look } = writing
  switch (block.type) {
    case 'text':
      return paragraph(block.text, 'text', `color:${colours.text};font:16px/1.6 ${look.body}`)
    case 'note':
      return paragraph(block.text, 'muted', `color:${colours.muted};font:14px/1.55 ${look.body}`)
    case 'show':
      return showBox(block, writing)
    case 'facts':
      return factTable(block.facts, writing)
    case 'button':
      return button(block, writing)
    case 'fallback':
      return linkLine(block, writing)
  }
}

function showBox({ title, facts }: Extract<MailBlock, { type: 'show' }>, writing: Writing): string {
  const { colours, look } = writing
  const line = `1px solid ${colours.border}`
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">
<tr><td class="line" style="border-top:${line};border-bottom:${line};padding:16px 0 2px">
<p class="text" style="margin:0 0 10px;color:${colours.text};font-family:${look.display};font-size:19px;line-height:1.3;font-weight:700">${escapeHtml(isolated(title))}</p>
${factTable(facts, writing)}
</td></tr>
</table>`
}

function factTable(facts: readonly Fact[], { colours, look }: Writing): string {
  const cell = 'padding:0 0 8px;vertical-align:top'
  const rows = facts.map(
    ({ label, value }) => `<tr>
<td class="muted" width="30%" style="${cell};padding-right:14px;color:${colours.muted};font:14px/1.5 ${look.body}">${escapeHtml(label)}</td>
<td class="text" style="${cell};color:${colours.text};font:15px/1.45 ${look.body}">${escapeHtml(isolated(value))}</td>
</tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px">
${rows.join('\n')}
</table>`
}

function button({ label, href }: Extract<MailBlock, { type: 'button' }>, { colours, look }: Writing): string {
  const text = `display:inline-block;padding:14px 26px;color:${colours.onButton};font:700 16px/1.2 ${look.body}`
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" align="${look.align}" style="margin:8px ${look.align === 'center' ? 'auto' : '0'} 20px">
<tr><td bgcolor="${colours.button}" style="background:${colours.button};border-radius:${look.radiusPx}px">
<a href="${escapeHtml(href)}" style="${text};text-decoration:none;border-radius:${look.radiusPx}px">${escapeHtml(label)}</a>
</td></tr>
</table>
<div style="clear:both;font-size:0;line-height:0">&nbsp;</div>`
}

function linkLine({ label, href }: { label: string; href: string }, { colours, look }: Writing): string {
  return `<p class="muted" style="margin:0 0 16px;color:${colours.muted};font:13px/1.55 ${look.body}">${escapeHtml(label)}<br>
<a href="${escapeHtml(href)}" class="link" style="color:${colours.link};word-break:break-all">${escapeHtml(href)}</a></p>`
}

function endingLine({ label, href }: Ending, { colours, look }: Writing): string {
  return `<p class="muted" style="margin:0 0 16px;color:${colours.muted};font:13px/1.55 ${look.body}"><a href="${escapeHtml(href)}" class="link" style="color:${colours.link};text-decoration:underline">${escapeHtml(label)}</a></p>`
}
