import { expect as base } from '@playwright/test'

/** Nothing on a tour is about speed: a step may take what it takes on a machine that does much else. */
export const expect = base.configure({ timeout: 45_000 })
