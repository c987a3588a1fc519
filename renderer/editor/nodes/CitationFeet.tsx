/** Draws the citations of quotes while the text is edited, each into the foot that its quote keeps for it. */
import type { LexicalEditor, NodeKey } from 'lexical'
import { $getNodeByKey } from 'lexical'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { CitationLine } from '#renderer/ui/marks/CitationLine'
import type { Citation } from '#shared/model/body/blocks'
import { useEditorSurroundings } from '../EditorContext'
import { placeOf } from '../openRecordAt'
import { $isContainerNode, ContainerNode } from './ContainerNode'

interface Foot { key: NodeKey, element: Element, citation: Citation }

const $footOf = (editor: LexicalEditor, key: NodeKey): Foot[] => {
  const node = $getNodeByKey(key)
  const element = editor.getElementByKey(key)?.querySelector(':scope > footer')
  const citation = $isContainerNode(node) ? node.getCitation() : undefined
  return element && citation ? [{ key, element, citation }] : []
}

const useFeet = (editor: LexicalEditor): readonly Foot[] => {
  const [feet, setFeet] = useState<readonly Foot[]>([])
  useEffect(() => editor.registerMutationListener(ContainerNode, (mutations) => {
    const found = editor.getEditorState().read(() => [...mutations].flatMap(([key, mutation]) => (mutation === 'destroyed' ? [] : $footOf(editor, key))))
    setFeet((before) => [...before.filter(({ key }) => !mutations.has(key)), ...found])
  }), [editor])
  return feet
}

export const CitationFeet = ({ editor }: { editor: LexicalEditor }) => {
  const { missingRecords, onOpenRecord } = useEditorSurroundings()
  return useFeet(editor).map(({ key, element, citation }) => createPortal(
    <CitationLine citation={citation} isMissing={missingRecords.has(citation.recordId)} onOpen={() => { onOpenRecord(citation.recordId, placeOf(citation)) }} />,
    element, key,
  ))
}
