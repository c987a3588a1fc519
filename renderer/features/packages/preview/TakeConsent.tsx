/** What has to be said before a package that nobody vouches for is taken in, and why one whose key was revoked never is. */
import { ShieldX } from 'lucide-react'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KeyStanding } from '#shared/contract/packageSafety'
import styles from './signature.module.css'

/** Whether a package of this standing may be taken in, given what was said. */
export const mayTake = ({ standing }: KeyStanding, accepted: boolean): boolean => standing === 'own' || standing === 'trusted' || (standing !== 'revoked' && accepted)

interface TakeConsentProps { signature: KeyStanding; accepted: boolean; onAccept: (accepted: boolean) => void }

export const TakeConsent = ({ signature: { standing }, accepted, onAccept }: TakeConsentProps) => {
  const { t } = useTranslation('keys')
  if (standing === 'own' || standing === 'trusted') return null
  if (standing === 'revoked') return <span className={styles.refused} role="status"><ShieldX size={15} aria-hidden="true" />{t('consent.revoked')}</span>
  return <Checkbox checked={accepted} onChange={(event) => { onAccept(event.target.checked) }}>{t(`consent.${standing}`)}</Checkbox>
}
