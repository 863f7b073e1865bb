import { forgetPorts } from '../start/settings.ts'
import { fastSteps } from '../test/checks.ts'
import { add, summary } from '../test/outcome.ts'

/** `npm run verify`: the part of `npm test` that needs no server. */
forgetPorts()
const outcomes = await fastSteps()
console.log(summary(outcomes, {}))
process.exit(add(outcomes.map(({ counts }) => counts)).failed > 0 ? 1 : 0)
