/** Says what a paste could not bring along, and offers the text alone where the whole of it would be too much. */
import { App } from 'antd'
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../editor.module.css'
import type { LeftOut } from './pasted'
import { PASTE_REPORT_COMMAND, pastePlainText } from './pasteExtension'

const kinds = ['pictures', 'hidden', 'embedded', 'links', 'comments', 'formulas', 'nested'] as const satisfies (keyof LeftOut)[]

/** Long enough to read all of it. In seconds. */
const shownFor = 12

export const usePasteReports = (editor: LexicalEditor): void => {
  const { notification, modal } = App.useApp()
  const { t } = useTranslation('editor')
  useEffect(() => {
    const tell = (leftOut: LeftOut): void => {
      const left = kinds.filter((kind) => leftOut[kind] > 0)
      notification.info({
        key: 'paste', title: t('paste.leftOut.title'), duration: shownFor,
        description: <ul className={css.leftOut}>{left.map((kind) => <li key={kind}>{t(`paste.leftOut.${kind}`, { count: leftOut[kind] })}</li>)}</ul>,
      })
    }
    const refuse = (text: string): void => {
      const title = t('paste.tooLarge.title')
      const afterClose = (): void => { editor.focus() }
      if (text === '') { modal.warning({ icon: null, title, content: t('paste.tooLarge.all'), okText: t('paste.tooLarge.understood'), afterClose }); return }
      modal.confirm({
        icon: null, title, content: t('paste.tooLarge.text'), okText: t('paste.tooLarge.plain'), cancelText: t('common:cancel'), afterClose,
        onOk: () => { pastePlainText(editor, text) },
      })
    }
    return editor.registerCommand(PASTE_REPORT_COMMAND, (report) => {
      // The paste itself is still under way.
      queueMicrotask(() => { if (report.kind === 'leftOut') tell(report.leftOut); else refuse(report.text) })
      return true
    }, COMMAND_PRIORITY_EDITOR)
  }, [editor, notification, modal, t])
}
