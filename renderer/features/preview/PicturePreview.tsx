/** A picture, whole or as large as it is. A very large one is drawn only when somebody insists: that takes memory and a moment. */
import { Button, Spin } from 'antd'
import { Maximize2, Minimize2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { formatBytes } from '#renderer/ui/format'
import type { AttachmentRef } from '#shared/model/record'
import { NoPreview } from './NoPreview'
import styles from './preview.module.css'

/** In bytes. */
const shownAtOnce = 50 * 1024 * 1024

type State = { kind: 'loading' } | { kind: 'shown'; width: number; height: number } | { kind: 'broken' }

export const PicturePreview = ({ file }: { file: AttachmentRef }) => {
  const { t } = useTranslation('preview')
  const [isWanted, setIsWanted] = useState(file.size < shownAtOnce)
  const [isWhole, setIsWhole] = useState(true)
  const [state, setState] = useState<State>({ kind: 'loading' })
  if (state.kind === 'broken') return <NoPreview title={t('picture.broken')} text={t('picture.brokenText')} />
  if (!isWanted) {
    return (
      <NoPreview title={t('picture.large', { size: formatBytes(file.size) })} text={t('picture.largeText')}>
        <Button onClick={() => setIsWanted(true)}>{t('picture.showLarge')}</Button>
      </NoPreview>
    )
  }
  return (
    <>
      <div className={styles.bar}>
        <Button size="small" icon={isWhole ? <Maximize2 size={14} /> : <Minimize2 size={14} />} onClick={() => setIsWhole(!isWhole)}>{t(isWhole ? 'picture.actual' : 'picture.whole')}</Button>
        {state.kind === 'shown' && <span>{t('picture.pixels', { width: state.width, height: state.height })}</span>}
      </div>
      <div className={styles.picture} data-whole={isWhole || undefined} tabIndex={0} role="region" aria-label={file.name}>
        {state.kind === 'loading' && <Spin className={styles.spin ?? ''} />}
        <img
          src={attachmentUrl(file.sha256)} alt={file.name} decoding="async" draggable={false} data-shown={state.kind === 'shown' || undefined}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setState({ kind: 'shown', width, height })} onError={() => setState({ kind: 'broken' })}
        />
      </div>
    </>
  )
}
