import { writeFileSync } from 'node:fs'
import { asyncApiText } from '#contracts/asyncapi/document.ts'
import { coreDocument } from '#contracts/openapi/core.ts'
import { openApiText } from '#contracts/openapi/document.ts'
import { resellerServiceDocument } from '#contracts/openapi/reseller-service.ts'

/** `node dev/write-contracts.ts` writes the documents made from the schemas; tests fail when they are not current. */
const contracts = new URL('../contracts/', import.meta.url)
writeFileSync(new URL('asyncapi/asyncapi.json', contracts), asyncApiText())
writeFileSync(new URL('openapi/core.json', contracts), openApiText(coreDocument()))
writeFileSync(new URL('openapi/reseller-service.json', contracts), openApiText(resellerServiceDocument()))
