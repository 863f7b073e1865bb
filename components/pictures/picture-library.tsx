import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import type { PictureList, StoredPicture } from '#contracts/picture.ts'
import { pictureAt } from '#contracts/picture-files.ts'
import styles from './picture-field.module.css'

interface Props {
  readonly label: string
  readonly onPicture: (picture: StoredPicture) => void
}

type Shelf = PictureList | 'asked' | 'away'
type Told = { readonly said: 'removed' | 'shown' | 'away' } | null

/** What was uploaded before, to use again, or to make room. */
export function PictureLibrary({ label, onPicture }: Props) {
  const t = useTranslations('editor')
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const [shelf, setShelf] = useState<Shelf>('asked')
  const [told, setTold] = useState<Told>(null)

  const look = async () => {
    try {
      setShelf(await call<PictureList>('/api/admin/pictures'))
    } catch {
      setShelf('away')
    }
  }
  const open = () => {
    setTold(null)
    setShelf('asked')
    dialog.current?.showModal()
    void look()
  }
  const remove = async (picture: StoredPicture) => {
    const pressed = document.activeElement
    try {
      await call(`/api/admin/pictures/${picture.id}`, { method: 'DELETE' })
      setTold({ said: 'removed' })
      // The button goes with its picture; who is elsewhere by now stays there.
      if (document.activeElement === pressed) heading.current?.focus()
      await look()
    } catch (error) {
      setTold({ said: problemOf(error)?.type === 'storefront/picture-shown' ? 'shown' : 'away' })
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={open}>
        {t('library')}
        <span className="visually-hidden">: {label}</span>
      </button>
      <dialog ref={dialog} aria-labelledby={`${id}-title`}>
        <h2 ref={heading} id={`${id}-title`} tabIndex={-1}>
          {t('libraryTitle')}
        </h2>
        <p role="status" className="muted">
          {shelf === 'asked' && t('libraryAsked')}
          {shelf === 'away' && t('picture_away')}
          {typeof shelf === 'object' && shelf.items.length === 0 && t('libraryEmpty')}
          {typeof shelf === 'object' &&
            shelf.items.length > 0 &&
            t('libraryRoom', { used: megabytes(shelf.usedBytes), room: megabytes(shelf.roomBytes) })}
        </p>
        {told && (
          <p role="alert" className="note">
            {t(`library_${told.said}`)}
          </p>
        )}
        {typeof shelf === 'object' && (
          <ul className={styles.shelf}>
            {shelf.items.map((picture, at) => (
              <li key={picture.id}>
                <button
                  type="button"
                  className={styles.use}
                  aria-label={t('libraryUse', { number: at + 1, width: picture.width, height: picture.height })}
                  onClick={() => {
                    onPicture(picture)
                    dialog.current?.close()
                  }}
                >
                  {/* biome-ignore lint/performance/noImgElement: it comes in its sizes already */}
                  <img
                    src={pictureAt(picture, 480)}
                    width={picture.width}
                    height={picture.height}
                    alt=""
                    loading="lazy"
                  />
                </button>
                <button
                  type="button"
                  className="button small"
                  aria-label={t('libraryRemove', { number: at + 1 })}
                  onClick={() => void remove(picture)}
                >
                  {t('pictureDelete')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="row">
          <button type="button" className="button push" onClick={() => dialog.current?.close()}>
            {t('close')}
          </button>
        </p>
      </dialog>
    </>
  )
}

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10
