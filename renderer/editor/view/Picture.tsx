/** A picture that takes its place before it is loaded, and says what is missing when it can't be. */
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../body.module.css'

interface PictureProps {
  src: string
  alt: string
  /** CSS pixels. */
  width?: number | undefined
  height?: number | undefined
  inline?: boolean
}

export const Picture = ({ src, alt, width, height, inline = false }: PictureProps) => {
  const { t } = useTranslation('editor')
  const [failedSrc, setFailedSrc] = useState<string>()
  if (failedSrc === src) {
    return (
      <span className={css.missing} role="img" aria-label={alt || t('pictureMissing')} style={width && !inline ? { width } : undefined}>
        <ImageOff size={16} aria-hidden />
        <span>{alt ? t('pictureMissingNamed', { alt }) : t('pictureMissing')}</span>
      </span>
    )
  }
  return (
    <img
      className={inline ? css.inlinePicture : css.picture} src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" draggable={false}
      style={width && height ? { aspectRatio: `${width} / ${height}` } : undefined} onError={() => { setFailedSrc(src) }}
    />
  )
}
