/** The place of a picture on its way, or what to do about one that did not arrive. */
import { $getNodeByKey, $setState, HISTORY_MERGE_TAG, type NodeKey } from 'lexical'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { Image, ImageOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import { pendingPictureState, type PendingPicture } from './pendingPicture'

interface PendingPictureViewProps { nodeKey: NodeKey, picture: PendingPicture }

export const PendingPictureView = ({ nodeKey, picture }: PendingPictureViewProps) => {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  if (picture.failure === 'none') {
    return <span className={css.pending} role="status"><Image size={15} aria-hidden />{t('picture.storing', { name: picture.name })}</span>
  }
  const again = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      if (node) $setState(node, pendingPictureState, (waiting) => ({ ...waiting, failure: 'none' as const }))
    }, { tag: HISTORY_MERGE_TAG })
  }
  const remove = (): void => { editor.update(() => { $getNodeByKey(nodeKey)?.remove() }) }
  return (
    <span className={css.failed} role="alert">
      <ImageOff size={15} aria-hidden />
      <span>{t(`picture.failure.${picture.failure}`, { name: picture.name })}</span>
      {picture.failure === 'notStored' && <button type="button" className={css.textButton} onClick={again}>{t('picture.again')}</button>}
      <button type="button" className={css.textButton} onClick={remove}>{t('picture.remove')}</button>
    </span>
  )
}
