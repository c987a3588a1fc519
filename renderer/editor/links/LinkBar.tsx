/** Shows the address of the link in which the caret stands, and what can be done with it. */
import { $isLinkNode } from '@lexical/link'
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import { ExternalLink, Pencil, Unlink } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FloatingPanel } from '../floating/FloatingPanel'
import { rectOfNode } from '../floating/selectionRect'
import { ToolButton } from '../toolbar/ToolButton'
import { safeHref } from '../view/safeHref'
import { $linkAround, $removeLink, LINK_COMMAND } from './linkActions'
import css from './links.module.css'

interface Around { key: NodeKey, href: string }

const useLinkAround = (editor: LexicalEditor): Around | undefined => {
  const [around, setAround] = useState<Around>()
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const link = editorState.read(() => { const node = $linkAround(); return node && { key: node.getKey(), href: node.getURL() } })
    setAround((before) => (before?.key === link?.key && before?.href === link?.href ? before : link))
  }), [editor])
  return around
}

export const LinkBar = ({ editor }: { editor: LexicalEditor }) => {
  const { t } = useTranslation('editor')
  const around = useLinkAround(editor)
  const [closedKey, setClosedKey] = useState<NodeKey>()
  const close = useCallback(() => { setClosedKey(around?.key) }, [around?.key])
  if (closedKey !== undefined && closedKey !== around?.key) setClosedKey(undefined)
  if (!around || closedKey === around.key) return null
  const address = safeHref(around.href)
  const isHere = editor.read(() => $isLinkNode($getNodeByKey(around.key)))
  if (!isHere) return null
  return (
    <FloatingPanel at={() => rectOfNode(editor, around.key)} label={t('link.bar')} role="group" onClose={close}>
      <div className={css.bar}>
        {address
          ? <a className={css.address} href={address} target="_blank" rel="noreferrer noopener" title={around.href}>{around.href}<ExternalLink size={13} aria-hidden /></a>
          : <span className={css.address} title={around.href}>{around.href}</span>}
        <ToolButton icon={Pencil} label={t('link.change')} onClick={() => { editor.dispatchCommand(LINK_COMMAND, undefined) }} />
        <ToolButton icon={Unlink} label={t('link.remove')} onClick={() => { editor.update($removeLink) }} />
      </div>
    </FloatingPanel>
  )
}
