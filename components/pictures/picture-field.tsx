import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { PICTURE_TYPES, type Picture, type StoredPicture } from '#contracts/picture.ts'
import { pictureAt } from '#contracts/picture-files.ts'
import styles from './picture-field.module.css'
import { PictureLibrary } from './picture-library.tsx'
import { faultBeforehand, type UploadFault, uploadFault, uploadPicture } from './upload-picture.ts'

interface Props {
  readonly label: string
  readonly hint: string
  readonly picture: Picture | undefined
  readonly onPicture: (picture: Picture | undefined) => void
  /** Whichever is taken, as it is stored. */
  readonly onStored?: (picture: StoredPicture) => void
  /** The colour that the picture will stand on, where that matters. */
  readonly ground?: string
  /** What belongs to a picture that is there. */
  readonly children?: ReactNode
}

type Sending = { readonly share: number } | { readonly fault: UploadFault } | 'done' | null

/** A picture to choose, drop, take from what was uploaded before, or remove. */
export function PictureField({ label, hint, picture, onPicture, onStored, ground, children }: Props) {
  const t = useTranslations('editor')
  const id = useId()
  const [sending, setSending] = useState<Sending>(null)
  const [over, setOver] = useState(false)
  /** What is being sent and still wanted: whoever chooses something else meanwhile means that. */
  const wanted = useRef<File>(null)
  const choose = useRef<HTMLInputElement>(null)
  const busy = sending !== null && typeof sending === 'object' && 'share' in sending
  const fault = sending !== null && typeof sending === 'object' && 'fault' in sending ? sending.fault : null

  function use(stored: StoredPicture): void {
    onStored?.(stored)
    onPicture({ id: stored.id, width: stored.width, height: stored.height })
  }

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined || busy) return
    const beforehand = faultBeforehand(file)
    if (beforehand) return setSending({ fault: beforehand })
    wanted.current = file
    const tell = (told: Sending) => {
      if (wanted.current === file) setSending(told)
    }
    tell({ share: 0 })
    try {
      const stored = await uploadPicture(file, (share) => tell({ share }))
      if (wanted.current === file) use(stored)
      tell('done')
    } catch (error) {
      tell({ fault: uploadFault(error) })
    }
  }

  const letGo = () => {
    wanted.current = null
    setSending(null)
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file input below is the first
    <div
      className={styles.field}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault() // or the browser would open the file
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="label" id={`${id}-label`}>
        {label}
      </p>
      <p className="muted" id={`${id}-hint`}>
        {hint} {t('pictureTypes')}
      </p>
      {picture && <Sample picture={picture} ground={ground} />}
      <div className="row">
        <label className={`button ${styles.choose}`}>
          <input
            ref={choose}
            type="file"
            accept={PICTURE_TYPES.join(',')}
            aria-disabled={busy || undefined} // not disabled meanwhile: it would lose the focus
            aria-describedby={`${id}-label ${id}-hint${fault ? ` ${id}-fault` : ''}`}
            aria-invalid={fault ? true : undefined}
            onClick={(event) => {
              if (busy) event.preventDefault()
            }}
            onChange={({ target }) => {
              void take(target.files?.[0])
              target.value = '' // the same file may be chosen again
            }}
          />
          {t(picture ? 'pictureReplace' : 'pictureChoose')}
          <span className="visually-hidden">: {label}</span>
        </label>
        <PictureLibrary
          label={label}
          onPicture={(chosen) => {
            letGo()
            use(chosen)
          }}
        />
        {picture && (
          <button
            type="button"
            className="button"
            onClick={() => {
              letGo()
              onPicture(undefined)
              // The button goes with the picture; what chooses another is what comes next.
              choose.current?.focus()
            }}
          >
            {t('pictureRemove')}
            <span className="visually-hidden">: {label}</span>
          </button>
        )}
      </div>
      {busy && <progress className={styles.progress} value={sending.share} aria-label={t('pictureSending')} />}
      <p role="status" className={busy ? 'muted' : 'visually-hidden'}>
        {busy && t('pictureSending')}
        {sending === 'done' && t('pictureReady')}
      </p>
      {fault && (
        <p id={`${id}-fault`} role="alert" className={styles.fault}>
          {t(`picture_${fault}`)}
        </p>
      )}
      {picture && children}
    </div>
  )
}

function Sample({ picture, ground }: { readonly picture: Picture; readonly ground: string | undefined }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Through the object model, because our pages allow no style attributes.
    if (ground) frame.current?.style.setProperty('background', ground)
  }, [ground])
  return (
    <div ref={frame} className={styles.sample}>
      {/* biome-ignore lint/performance/noImgElement: it comes in its sizes already */}
      <img src={pictureAt(picture, 480)} width={picture.width} height={picture.height} alt="" />
    </div>
  )
}
