/** How a package leaves: signed, and encrypted with a passphrase or to units that are trusted. With 受控 records both are required. */
import { Lock, PenLine } from 'lucide-react'
import { Checkbox, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PassphraseFields, useTrusted } from '#renderer/features/keys'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { PackageSafety } from '#shared/contract/packageSafety'
import { wayOf, type EncryptWay } from './packSafety'
import styles from './PackSafety.module.css'

interface PackSafetyProps { value: PackageSafety; onChange: (value: PackageSafety) => void; restricted: boolean }

const ways = ['none', 'passphrase', 'to'] as const

const begun: Readonly<Record<EncryptWay, PackageSafety['encrypt']>> = { none: null, passphrase: { passphrase: '' }, to: { to: [] } }

export const PackSafety = ({ value, onChange, restricted }: PackSafetyProps) => {
  const { t } = useTranslation('keys')
  const way = wayOf(value)
  return (
    <section className={styles.safety} aria-label={t('safety.title')}>
      <div className={styles.line}>
        <PenLine size={16} aria-hidden="true" />
        <div>
          <Checkbox checked={value.sign} onChange={(event) => { onChange({ ...value, sign: event.target.checked }) }}>{t('safety.sign')}</Checkbox>
          <p className={styles.hint}>{t('safety.signText')}</p>
        </div>
      </div>
      <div className={styles.line}>
        <Lock size={16} aria-hidden="true" />
        <div>
          <Radio.Group aria-label={t('safety.encrypt')} value={way} onChange={(event) => { const next = ways.find((each) => each === event.target.value); if (next) onChange({ ...value, encrypt: begun[next] }) }}>
            {ways.map((each) => <Radio key={each} value={each}>{t(`safety.ways.${each}`)}</Radio>)}
          </Radio.Group>
          {way === 'passphrase' && <div className={styles.inset}><p className={styles.hint}>{t('safety.passphraseText')}</p><PassphraseFields onChange={(passphrase) => { onChange({ ...value, encrypt: { passphrase } }) }} /></div>}
          {way === 'to' && <div className={styles.inset}><Recipients value={value} onChange={(to) => { onChange({ ...value, encrypt: { to } }) }} /></div>}
        </div>
      </div>
      {restricted && !(value.sign && value.encrypt) && <p className={styles.required} role="alert"><Lock size={14} aria-hidden="true" />{t('safety.restricted')}</p>}
    </section>
  )
}

const Recipients = ({ value: { encrypt }, onChange }: { value: PackageSafety; onChange: (to: string[]) => void }) => {
  const { t } = useTranslation('keys')
  const { openSettings } = useNavigation()
  const trusted = useTrusted()
  if (trusted.isError) return <ErrorPanel error={trusted.error} what={t('trust.notRead')} onRetry={() => void trusted.refetch()} />
  const usable = (trusted.data ?? []).filter(({ revokedAt }) => revokedAt === null)
  if (trusted.isSuccess && usable.length === 0) return <p className={styles.hint}>{t('safety.nobody')}　<button type="button" className={styles.link} onClick={() => { openSettings('keys') }}>{t('safety.openKeys')}</button></p>
  return (
    <>
      <p className={styles.hint}>{t('safety.toText')}</p>
      <Select
        mode="multiple" aria-label={t('safety.to')} className={styles.select ?? ''} placeholder={t('safety.toExample')} loading={trusted.isPending}
        value={encrypt && 'to' in encrypt ? encrypt.to : []} onChange={(to: string[]) => { onChange(to) }} showSearch={{ optionFilterProp: 'label' }}
        options={usable.map(({ id, unit, library }) => ({ value: id, label: unit === library.name ? unit : `${unit}　${library.name}` }))}
      />
    </>
  )
}
