/** Says that the core is out of reach and that it is being reached for again. */
import { Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '#renderer/client/connection'
import styles from './Banner.module.css'

export const ConnectionBanner = () => {
  const { t } = useTranslation('app')
  if (useConnection() !== 'reconnecting') return null
  return <div className={styles.banner} data-tone="ochre" role="alert"><Unplug size={15} aria-hidden="true" />{t('reconnecting')}</div>
}
