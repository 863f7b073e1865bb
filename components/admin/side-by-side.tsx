'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useStream } from '#components/realtime/use-stream.ts'
import type { Previewed } from '#lib/admin/previewed.ts'
import field from './address-field.module.css'
import { PreviewFrame } from './preview-frame.tsx'
import styles from './side-by-side.module.css'

/** Width and height in CSS pixels: a usual phone, a tablet upright, a laptop. */
const DEVICES = { phone: [390, 780], tablet: [820, 1100], desktop: [1280, 820] } as const
type Device = keyof typeof DEVICES

/**
 * The live site and a draft beside each other, on the same page, at the width of a device. What is published or saved
 * meanwhile is shown, and named in the whole page, by itself.
 */
export function SideBySide({ live, version: given, follows }: Previewed) {
  const t = useTranslations('admin')
  const { refresh } = useRouter()
  const [device, setDevice] = useState<Device>('phone')
  /** The newest version that was heard of, shown before the page has been rendered with it. */
  const [told, setTold] = useState(0)
  const version = follows ? Math.max(given, told) : given
  const [path, setPath] = useState('/')
  const [load, setLoad] = useState(0)
  const address = useRef<HTMLInputElement>(null)
  useStream('staff.config', {
    onMessage({ data }) {
      const newest = 'version' in data ? Number(data.version) : 0
      setTold((before) => Math.max(before, newest))
      // It may have been asked for before it had arrived here.
      if (newest === version) setLoad((count) => count + 1)
      refresh()
    },
    onReset() {
      setLoad((count) => count + 1)
      refresh()
    },
    // What happened between the page being rendered and its stream being open, nobody tells of.
    onReady({ resumed }) {
      if (!resumed) refresh()
    },
  })
  const open = (event: FormEvent) => {
    event.preventDefault()
    const wanted = address.current?.value.trim() ?? ''
    setPath(wanted.startsWith('/') ? wanted : `/${wanted}`)
  }
  const follow = (now: string) => {
    setPath(now)
    if (address.current) address.current.value = now
  }
  const [width, height] = DEVICES[device]
  const frame = { path, width, height, load, onPath: follow }
  return (
    <section className="panel" aria-label={t('preview')}>
      <div className="row">
        <fieldset className={styles.devices}>
          <legend className="visually-hidden">{t('device')}</legend>
          {(Object.keys(DEVICES) as Device[]).map((name) => (
            <label key={name}>
              <input type="radio" name="device" checked={device === name} onChange={() => setDevice(name)} />
              <span>{t(`device_${name}`)}</span>
            </label>
          ))}
        </fieldset>
        <form className={styles.address} onSubmit={open}>
          <label htmlFor="address">{t('page')}</label>
          <input
            ref={address}
            id="address"
            className={field.input}
            defaultValue={path}
            spellCheck={false}
            autoComplete="off"
          />
          <button type="submit" className="button">
            {t('open')}
          </button>
        </form>
      </div>
      <p className="muted">
        {t(follows ? 'previewHint' : 'previewFixed', { version })}{' '}
        {!follows && (
          <Link href="/admin/preview" prefetch={false}>
            {t('previewNewest')}
          </Link>
        )}
      </p>
      <div className={styles.frames} data-device={device}>
        <PreviewFrame {...frame} title={t('liveFrame', { version: live })} version={live} />
        <PreviewFrame {...frame} title={t('draftFrame', { version })} version={version} />
      </div>
    </section>
  )
}
