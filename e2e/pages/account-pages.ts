import { expect, type Page } from '@playwright/test'
import { patient } from '../fixtures/patient.ts'
import { untilAwake } from '../fixtures/until-awake.ts'
import { wordsOf } from '../fixtures/words.ts'

/** The forms of the account pages, as somebody fills them in who never touches a mouse. */
export class AccountPages {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async signUp({ name, email, password }: { name: string; email: string; password: string }): Promise<void> {
    await untilAwake(this.page)
    const t = (await wordsOf(this.page))('account')
    await this.page.getByLabel(t('name'), { exact: true }).fill(name)
    await this.page.getByLabel(t('email'), { exact: true }).fill(email)
    await this.page.getByLabel(t('password'), { exact: true }).fill(password)
    await this.page.keyboard.press('Enter')
    await patient(this.page.getByText(t('sentTitle'))).toBeVisible()
  }

  async verify(): Promise<void> {
    await untilAwake(this.page)
    const t = (await wordsOf(this.page))('account')
    await this.page.getByRole('button', { name: t('verifySubmit') }).press('Enter')
    await patient(this.page.getByText(t('verifiedTitle'))).toBeVisible()
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await untilAwake(this.page)
    const t = (await wordsOf(this.page))('account')
    await this.page.getByLabel(t('email'), { exact: true }).fill(email)
    await this.page.getByLabel(t('password'), { exact: true }).fill(password)
    await this.page.keyboard.press('Enter')
  }

  /** The keyboard goes to the password, and after a no it is where it was. */
  async thinksTwiceAboutDeleting(): Promise<void> {
    const t = (await wordsOf(this.page))('account')
    const button = this.page.getByRole('button', { name: t('deleteStart'), exact: true })
    const no = this.page.getByRole('button', { name: t('cancel'), exact: true })
    await untilAwake(this.page)
    await button.press('Enter')
    await expect(no).toBeVisible()
    await expect(this.page.locator('#delete-password')).toBeFocused()
    await no.press('Enter')
    await expect(button).toBeFocused()
  }

  /** @param home where that leads: the first page in the page's language */
  async signOut(home = '/'): Promise<void> {
    await untilAwake(this.page)
    const t = (await wordsOf(this.page))('account')
    await this.page
      .getByRole('button', { name: t('signOut'), exact: true })
      .first()
      .click()
    await this.page.waitForURL(({ pathname }) => pathname === home)
  }
}
