import { writeFileSync } from 'node:fs'
import { coreDocument } from './core.ts'
import { openApiText } from './document.ts'
import { resellerServiceDocument } from './reseller-service.ts'

/* `node contracts/openapi/generate.ts` writes core.json and reseller-service.json; a test fails when they are not current. */
writeFileSync(new URL('core.json', import.meta.url), openApiText(coreDocument()))
writeFileSync(new URL('reseller-service.json', import.meta.url), openApiText(resellerServiceDocument()))
