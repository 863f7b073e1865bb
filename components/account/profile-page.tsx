import type { ReactNode } from 'react'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './account.module.css'
import type { FieldSpec } from './check-fields.ts'
import { DeleteAccount } from './delete-account.tsx'
import { ReminderSwitch } from './reminder-switch.tsx'
import { SavedForm } from './saved-form.tsx'
import { type SessionLine, SessionList } from './session-list.tsx'
import { SignOutButton } from './sign-out-button.tsx'

interface Props {
  readonly locale: Locale
  readonly name: string
  readonly email: string
  readonly sessions: readonly SessionLine[]
  readonly isStaff: boolean
  readonly isReminded: boolean
}

const NAME: readonly FieldSpec[] = [{ name: 'name', kind: 'name' }]
const EMAIL: readonly FieldSpec[] = [
  { name: 'email', kind: 'email', label: 'newEmail' },
  { name: 'password', kind: 'password', label: 'currentPassword' },
]
const PASSWORD: readonly FieldSpec[] = [
  { name: 'currentPassword', kind: 'password', label: 'currentPassword' },
  { name: 'password', kind: 'newPassword', label: 'newPassword' },
]

/** All that somebody can say about their own account. */
export function ProfilePage({ locale, name, email, sessions, isStaff, isReminded }: Props) {
  const t = translator(locale, 'account')
  return (
    <div className="frame">
      <div className={styles.wide}>
        <div className={styles.head}>
          <h1>{t('greeting', { name })}</h1>
          <div className={styles.acts}>
            {isStaff && (
              <ButtonLink kind="quiet" href="/admin" prefetch={false}>
                {t('admin')}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" href="/orders" prefetch={false}>
              {translator(locale, 'orders')('listTitle')}
            </ButtonLink>
            <SignOutButton />
          </div>
        </div>
        <div className={styles.sections}>
          <Section title={t('profile')}>
            <SavedForm
              id="profile"
              path="/api/account/profile"
              fields={NAME}
              initial={{ name }}
              submit={t('save')}
              done={t('saved')}
              keeps
            />
          </Section>
          <Section title={t('sessionsTitle')}>
            <SessionList lines={sessions} />
          </Section>
          <Section title={t('emailTitle')}>
            <p>{t('emailNow', { email })}</p>
            <SavedForm
              id="email"
              path="/api/account/email"
              fields={EMAIL}
              submit={t('emailSubmit')}
              findOut="mail"
              done={t('emailSent')}
            />
          </Section>
          <Section title={t('passwordTitle')}>
            <SavedForm
              id="password"
              path="/api/account/password"
              fields={PASSWORD}
              username={email}
              submit={t('passwordSubmit')}
              findOut="newPassword"
              done={t('passwordDone')}
            />
          </Section>
          <Section title={t('remindersTitle')}>
            <p>{t('remindersText', { email })}</p>
            <ReminderSwitch isOn={isReminded} />
          </Section>
          <Section title={t('exportTitle')}>
            <p>{t('exportText')}</p>
            {/* A file, not a page: the router has nothing to do with it. */}
            <p>
              <a className={buttonClass({ kind: 'quiet' })} href="/api/account/export" download="account.json">
                {t('exportLink')}
              </a>
            </p>
          </Section>
          <Section title={t('deleteTitle')}>
            <p>{t('deleteText')}</p>
            <div>
              <DeleteAccount email={email} />
            </div>
          </Section>
        </div>
      </div>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
