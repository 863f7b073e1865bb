import { Counter, type Registry } from 'prom-client'
import type { MailResult } from './send-mail.ts'

/** Counts what became of attempts to send. */
export function mailMetrics(metrics: Registry): (result: MailResult, kind: string) => void {
  const mails = new Counter({
    name: 'marquee_mails_total',
    help: 'Attempts to send a mail, by kind and by how they ended: sent, to be retried, given up for good, or unwanted',
    labelNames: ['result', 'kind'],
    registers: [metrics],
  })
  return (result, kind) => mails.inc({ result, kind })
}
