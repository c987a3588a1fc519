/** What the keys do. */
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { keyNames } from '../show/keys'
import styles from './stage.module.css'

export const KeyList = () => {
  const { t } = useTranslation('presenting')
  return (
    <section className={styles.keys} aria-label={t('tool.keys')}>
      <dl>
        {keyNames.map(([name, keys]) => (
          <div key={name}><dt>{keys.map((key) => <Keycap key={key}>{key}</Keycap>)}</dt><dd>{t(`key.${name}`)}</dd></div>
        ))}
      </dl>
    </section>
  )
}
