/** What is known of who made an opened package, in a line of its head; more of it in a drawer. */
import { LockKeyhole, ShieldAlert, ShieldCheck, ShieldQuestion, ShieldX, type LucideIcon } from 'lucide-react'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { OpenedPackage } from '#shared/contract/packages'
import { SignatureDrawer } from './SignatureDrawer'
import styles from './signature.module.css'

const icons: Readonly<Record<OpenedPackage['signature']['standing'], LucideIcon>> = {
  own: ShieldCheck, trusted: ShieldCheck, unknown: ShieldQuestion, unsigned: ShieldAlert, revoked: ShieldX,
}

export const SignatureLine = ({ opened }: { opened: OpenedPackage }) => {
  const { t } = useTranslation('keys')
  const [isShown, setShown] = useState(false)
  const { signature: { standing, trusted, warning }, encrypted, clockAhead, manifest: { library, madeAt } } = opened
  const Icon = icons[standing]
  const unit = trusted?.unit ?? (library.unit || library.name)
  return (
    <>
      <p className={styles.signature} data-standing={standing}>
        <Icon size={16} aria-hidden="true" />
        <span>{t(`signature.${standing}`, { unit })}</span>
        {encrypted && <span className={styles.encrypted}><LockKeyhole size={14} aria-hidden="true" />{t(`signature.encrypted.${encrypted}`)}</span>}
        {standing !== 'unsigned' && <Button type="link" size="small" onClick={() => { setShown(true) }}>{t('signature.show')}</Button>}
      </p>
      {warning && <p className={styles.warning} role="alert"><ShieldAlert size={15} aria-hidden="true" />{t(`signature.warning.${warning}`, { unit, library: library.name, other: trusted?.library.name ?? '' })}</p>}
      {clockAhead && <p className={styles.warning} role="alert"><ShieldAlert size={15} aria-hidden="true" />{t('signature.clockAhead', { at: formatMoment(madeAt) })}</p>}
      {isShown && <SignatureDrawer opened={opened} onClose={() => { setShown(false) }} />}
    </>
  )
}
