/** The signature of an opened package: the fingerprint of its key, what that means, and trusting it once it was compared. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { Fingerprint, TrustDialog } from '#renderer/features/keys'
import { formatMoment } from '#renderer/ui/format'
import type { OpenedPackage } from '#shared/contract/packages'
import styles from './signature.module.css'

export const SignatureDrawer = ({ opened: { signature, manifest }, onClose }: { opened: OpenedPackage; onClose: () => void }) => {
  const { t } = useTranslation('keys')
  const [isTrusting, setTrusting] = useState(false)
  const isReadOnly = Boolean(useQuery(api.library.current.queryOptions()).data?.readOnly)
  const { standing, trusted, fingerprint } = signature
  const { library, by, madeAt, keys } = manifest
  const unit = trusted?.unit ?? (library.unit || library.name)
  return (
    <Drawer open onClose={onClose} size={460} title={t('signature.title')}>
      <div className={styles.drawer}>
        <p className={styles.meaning}>{t(`signature.meaning.${standing}`, { unit, reason: trusted?.revokedReason ?? '' })}</p>
        <dl className={styles.facts}>
          <dt>{t('signature.fingerprint')}</dt><dd><Fingerprint value={fingerprint} label={t('signature.fingerprint')} /></dd>
          <dt>{t('signature.says')}</dt><dd>{library.name}{library.unit !== '' && library.unit !== library.name && `　${library.unit}`}</dd>
          <dt>{t('signature.maker')}</dt><dd>{[by.unit, by.name].filter((part) => part !== '').join(' ') || '—'}</dd>
          <dt>{t('signature.at')}</dt><dd>{formatMoment(madeAt)}</dd>
          {trusted && <><dt>{t('signature.trustedAs')}</dt><dd>{trusted.unit}　{trusted.library.name}{trusted.note !== '' && `　${trusted.note}`}</dd></>}
        </dl>
        <p className={styles.covers}>{t('signature.covers')}</p>
        {standing === 'unknown' && keys && <div><Button type="primary" disabled={isReadOnly} onClick={() => { setTrusting(true) }}>{t('signature.trust')}</Button></div>}
      </div>
      {isTrusting && keys && <TrustDialog library={library} keys={keys} fingerprint={fingerprint} onClose={() => { setTrusting(false) }} />}
    </Drawer>
  )
}
