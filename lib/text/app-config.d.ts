import type { Messages as Texts } from './en.ts'

/*
 * Named as it is imported here: for a module that no file imports by this name, the compiler drops this without a word,
 * and any key would do.
 */
declare module 'use-intl/core' {
  interface AppConfig {
    Messages: Texts
  }
}
