/** The seal of an edition: 良方 on the right, the edition on the left. Dashed and pale until it is pressed; it stands on a page once. */
import { useTranslation } from 'react-i18next'
import { numeral } from '#shared/text/numeral'
import { useEditionName } from '../useEditionName'
import styles from './Seal.module.css'
import { sealGlyphs } from './sealGlyphs.data'

/** Where the characters of a column stand, in units of the seal's 64: as many as there are share its height. */
const column = { width: 25, top: 6.5, height: 51, right: 32.5, left: 6.5 }
const glyphSize = 500

/** An edge as a cut stone leaves it, never quite straight. */
const edge = 'M4.6 4.1 20 3.6 41 4.2 59.7 3.8 60.2 22 59.8 43 60.3 59.6 43 60.2 21 59.7 4.1 60.3 3.7 42 4.3 21Z'

const Column = ({ characters, x }: { characters: string; x: number }) => {
  const height = column.height / characters.length
  return [...characters].map((character, index) => (
    <path
      key={index} d={sealGlyphs[character]}
      transform={`translate(${x} ${column.top + index * height}) scale(${column.width / glyphSize} ${height / glyphSize})`}
    />
  ))
}

interface SealProps {
  edition: number
  /** `waiting` before a release; `pressing` once, right after it. */
  state: 'waiting' | 'pressed' | 'pressing'
  /** CSS pixels, 56 to 76. */
  size?: number
}

export const Seal = ({ edition, state, size = 64 }: SealProps) => {
  const { t } = useTranslation('common')
  const editionName = useEditionName()
  return (
    <svg
      className={styles.seal} data-state={state} width={size} height={size} viewBox="0 0 64 64"
      role="img" aria-label={t(state === 'waiting' ? 'seal.waiting' : 'seal.pressed', { edition: editionName(edition) })}
    >
      <path className={styles.edge} d={edge} />
      <Column characters="良方" x={column.right} />
      {/* Carved in Chinese in either language. */}
      <Column characters={`${numeral(edition, 'zh-CN')}版`} x={column.left} />
    </svg>
  )
}
