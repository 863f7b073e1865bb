import { ResellerConfig } from '#contracts/reseller-config.ts'
import { NewDraft } from '#contracts/storefront.ts'
import { otherHosts } from '#lib/admin/other-hosts.ts'
import { fieldsAsSaid, fieldsAtFault } from '#lib/admin/refused-fields.ts'
import { saveDraft } from '#lib/admin/save-draft.ts'
import { signatureOf } from '#lib/admin/signature.ts'
import { json } from '#lib/http/json-response.ts'
import { passOn, problemResponse } from '#lib/http/problem-response.ts'
import { asAsked } from '#lib/language/staff-language.ts'
import { handle } from '#lib/route/handle.ts'
import { translator } from '#lib/text/translator.ts'

export const POST = handle(
  { customer: 'anyone', account: 'editor', body: NewDraft, bodyLimit: 'configuration' },
  async ({ site, storefront, body, account, headers }) => {
    const spoken = asAsked(site, headers)
    const t = translator(spoken.config.locale, 'review')
    const config = ResellerConfig.safeParse(body.config)
    if (!config.success)
      return problemResponse('storefront/invalid-request', { fields: fieldsAtFault(t, config.error, body.config) })
    const draft = { ...body, config: config.data, createdBy: signatureOf(account) }
    const saved = await saveDraft(storefront, site.resellerId, draft, site.config.hosts)
    switch (saved.outcome) {
      case 'saved':
        return json({ version: saved.version, passed: saved.passed }, 201)
      case 'newer': {
        const { version, createdBy } = saved.newest
        return problemResponse('storefront/newer-version', { version, detail: createdBy })
      }
      case 'other-hosts':
        return otherHosts(spoken)
      case 'refused':
        return passOn(fieldsAsSaid(t, saved.problem))
    }
  },
)
