'use client'

import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useStream } from '#components/realtime/use-stream.ts'
import { PreviewFrame } from './preview-frame.tsx'
import styles from './side-by-side.module.css'

/** Width and height in CSS pixels: a usual phone, a tablet upright, a laptop. */
const DEVICES = { phone: [390, 780], tablet: [820, 1100], desktop: [1280, 820] } as const
type Device = keyof typeof DEVICES

interface Props {
  readonly live: number
  /** What is looked at; a newer draft takes its place as soon as it is saved. */
  readonly version: number
}

/** The live site and a draft beside each other, on the same page, at the width of a device. */
export function SideBySide({ live, version: first }: Props) {
  const t = useTranslations('admin')
  const [device, setDevice] = useState<Device>('phone')
  const [version, setVersion] = useState(first)
  const [path, setPath] = useState('/')
  const [load, setLoad] = useState(0)
  const address = useRef<HTMLInputElement>(null)
  useStream('staff.config', {
    onMessage: ({ data }) => {
      const newest = 'version' in data ? Number(data.version) : 0
      if (newest > version) setVersion(newest)
      else setLoad((count) => count + 1)
    },
    onReset: () => setLoad((count) => count + 1),
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
          <input ref={address} id="address" defaultValue={path} spellCheck={false} autoComplete="off" />
          <button type="submit" className="button">
            {t('open')}
          </button>
        </form>
      </div>
      <p className="muted">{t('previewHint')}</p>
      <div className={styles.frames} data-device={device}>
        <PreviewFrame {...frame} title={t('liveFrame', { version: live })} version={live} />
        <PreviewFrame {...frame} title={t('draftFrame', { version })} version={version} />
      </div>
    </section>
  )
}
