/** A picture on a slide, whole, with its caption. One that can't be shown says so in its place. */
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import type { DeckPicture } from '#shared/model/slides/deck'
import { captionText, pictureBoxes, type Box } from '#shared/model/slides/frame'
import { Caption } from './Caption'
import styles from './slide.module.css'
import { placed } from './sheet'

export const SlidePicture = ({ picture, box, isBeside = false }: { picture: DeckPicture; box: Box; isBeside?: boolean }) => {
  const { attachment, alt, caption } = picture
  const { t } = useTranslation('presenting')
  const [isBroken, setIsBroken] = useState(false)
  const boxes = pictureBoxes(box, picture, isBeside)
  const place = placed(boxes.picture)
  return (
    <figure>
      {isBroken
        ? <div className={styles.broken} style={place}><ImageOff size={28} aria-hidden="true" /><span>{alt === '' ? t('slide.pictureMissing') : t('slide.pictureMissingNamed', { name: alt })}</span></div>
        : <img className={styles.picture} style={place} src={attachmentUrl(attachment)} alt={alt === '' ? caption : alt} draggable={false} onError={() => setIsBroken(true)} />}
      {caption !== '' && <figcaption><Caption box={boxes.caption} isCentred>{captionText(boxes.caption, caption)}</Caption></figcaption>}
    </figure>
  )
}
