import { ResellerConfig } from '#contracts/reseller-config.ts'
import { NewDraft } from '#contracts/storefront.ts'
import { otherHosts } from '#lib/admin/other-hosts.ts'
import { saveDraft } from '#lib/admin/save-draft.ts'
import { signatureOf } from '#lib/admin/signature.ts'
import { handle, json } from '#lib/http/handle.ts'
import { passOn, problemResponse } from '#lib/http/problem-response.ts'

const Body = NewDraft.extend({ config: ResellerConfig })

export const POST = handle(
  { customer: 'anyone', account: 'editor', body: Body, bodyLimit: 'configuration' },
  async ({ site, storefront, body, account }) => {
    const draft = { ...body, createdBy: signatureOf(account) }
    const saved = await saveDraft(storefront, site.resellerId, draft, site.config.hosts)
    switch (saved.outcome) {
      case 'saved':
        return json({ version: saved.version, passed: saved.passed }, 201)
      case 'newer': {
        const { version, createdBy } = saved.newest
        return problemResponse('storefront/newer-version', { version, detail: createdBy })
      }
      case 'other-hosts':
        return otherHosts(site)
      case 'refused':
        return passOn(saved.problem)
    }
  },
)
