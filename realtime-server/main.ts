import { runProgram } from '#platform/program.ts'
import { runBalancer } from './balancer/balancer.ts'
import { runConsole } from './console/run-console.ts'
import { runDispatcher } from './dispatcher/run-dispatcher.ts'
import { runNode } from './node/node.ts'

/* One program, four roles: `node realtime-server/main.ts node | balancer | dispatcher | console`. */

const ROLES = { node: runNode, balancer: runBalancer, dispatcher: runDispatcher, console: runConsole }

const role = process.argv[2] ?? ''
if (!Object.hasOwn(ROLES, role)) {
  console.error(`usage: node realtime-server/main.ts ${Object.keys(ROLES).join(' | ')}`)
  process.exit(2)
}
await runProgram(role, ROLES[role as keyof typeof ROLES])
