/** Which keys there are, behind a button and the key that asks for it. */
import { Keyboard } from 'lucide-react'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import styles from './preview.module.css'

const keys = {
  table: [['J', 'K', '↓', '↑'], ['Enter'], ['1', '2', '3'], ['N']],
  record: [['J', 'K', '↓', '↑'], ['1', '2', '3'], ['N'], ['Esc']],
} as const

interface MergeKeysHintProps { of: keyof typeof keys; isOpen: boolean; onOpen: (isOpen: boolean) => void }

export const MergeKeysHint = ({ of, isOpen, onOpen }: MergeKeysHintProps) => {
  const { t } = useTranslation('packages')
  const content = (
    <dl className={styles.keys}>
      {keys[of].map((caps) => <div key={caps[0]}><dt>{caps.map((cap) => <Keycap key={cap}>{cap}</Keycap>)}</dt><dd>{t(`keys.${of}.${caps[0]}`)}</dd></div>)}
    </dl>
  )
  return (
    <Popover open={isOpen} onOpenChange={onOpen} trigger="click" placement="bottomRight" title={t('keys.title')} content={content}>
      <Button type="text" size="small" icon={<Keyboard size={15} />} aria-keyshortcuts="Shift+?">{t('keys.show')}<Keycap>?</Keycap></Button>
    </Popover>
  )
}
