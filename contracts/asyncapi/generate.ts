import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asyncApiText } from './document.ts'

/* `node contracts/asyncapi/generate.ts` writes asyncapi.json; a test fails when it is not current. */
writeFileSync(fileURLToPath(new URL('asyncapi.json', import.meta.url)), asyncApiText())
