/** The words below a figure or above a table, with its number unless the author wrote one. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../body.module.css'

const numbered = /^\s*(图|表|附图|附表|fig(ure)?\b|table\b)/i

/** Whether a caption is numbered by us: one that begins 图 3 already has its number. */
export const isCounted = (caption: string): boolean => caption !== '' && !numbered.test(caption)

export const CaptionLabel = ({ caption, kind }: { caption: string, kind: 'figure' | 'table' }): ReactNode => {
  const { t } = useTranslation('editor')
  if (!isCounted(caption)) return null
  return <span className={`${css.label} ${kind === 'figure' ? css.figureNumber : css.tableNumber}`}>{t(kind === 'figure' ? 'figureLabel' : 'tableLabel')}</span>
}
