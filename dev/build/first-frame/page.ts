import { begin } from './begin.ts'
import { bringFontRules } from './bring-font-rules.ts'
import { keepPresses } from './keep-presses.ts'
import { keepTyping } from './keep-typing.ts'

/** Put in by the build: addresses of React's and Next's scripts, and of the worker's. */
declare const RUNTIME: readonly string[]
declare const FORMATTERS: string

keepTyping()
keepPresses()
begin({ runtime: RUNTIME, formatters: FORMATTERS, bringFontRules })
