import { build } from 'rolldown'

/**
 * Makes one small script of a module and what it imports.
 * @param constants what stands for names that the module only declares
 */
export async function bundle(module: string, constants: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]))
  const { output } = await build({
    input: module,
    write: false,
    logLevel: 'silent',
    transform: { define, target: 'es2022' },
    output: { format: 'iife', minify: true, comments: false },
  })
  return `${output[0].code.trim()}\n`
}
