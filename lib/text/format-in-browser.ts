import formatCompiled from 'use-intl/format-message/format-only'
import { isolatedValues } from './isolated.ts'

type Given = Parameters<typeof formatCompiled>

/** Stands in for `use-intl/format-message` in browsers (see next.config.ts): texts come taken apart (decision 0077). */
export default function formatInBrowser(...[key, text, values, options]: Given): ReturnType<typeof formatCompiled> {
  return formatCompiled(key, text, values && isolatedValues(values), options)
}
formatInBrowser.raw = false
