import { isolated } from '#lib/text/isolated.ts'
import type { Brand } from '../../brand/brand.ts'
import type { ClosingLine } from './closing-lines.ts'
import type { Fact, MailBlock, MailParts } from './mail-parts.ts'

/** A mail as plain text: the same words and links as the HTML part, for those who read it this way. */
export function writeText(parts: MailParts, brand: Brand, closing: readonly ClosingLine[]): string {
  // In plain text the button is spelled out already.
  const blocks = parts.blocks.flatMap((block) => (block.type === 'fallback' ? [] : [writeBlock(block)]))
  const head = `${brand.config.logo.wordmark}\n\n${parts.title}`
  const lines = closing.map(({ text }) => text)
  const last = parts.ending ? [...lines, `${parts.ending.label}:\n${parts.ending.href}`] : lines
  return `${[head, ...blocks, `-- \n${last.join('\n\n')}`].join('\n\n')}\n`
}

function writeBlock(block: Exclude<MailBlock, { type: 'fallback' }>): string {
  switch (block.type) {
    case 'text':
    case 'note':
      return block.text
    case 'show':
      return `${isolated(block.title)}\n${writeFacts(block.facts)}`
    case 'facts':
      return writeFacts(block.facts)
    case 'button':
      return `${block.label}:\n${block.href}`
  }
}

const writeFacts = (facts: readonly Fact[]): string =>
  facts.map(({ label, value }) => `${label}: ${isolated(value)}`).join('\n')
