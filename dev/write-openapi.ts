import { writeFileSync } from 'node:fs'
import { coreDocument } from '#contracts/openapi/core.ts'
import { openApiText } from '#contracts/openapi/document.ts'
import { resellerServiceDocument } from '#contracts/openapi/reseller-service.ts'

/** `node dev/write-openapi.ts` writes the documents of contracts/openapi; a test fails when they are not current. */
const folder = new URL('../contracts/openapi/', import.meta.url)
writeFileSync(new URL('core.json', folder), openApiText(coreDocument()))
writeFileSync(new URL('reseller-service.json', folder), openApiText(resellerServiceDocument()))
