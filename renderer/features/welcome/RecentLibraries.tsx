/** Libraries that were open before, the latest first; a folder that is gone says so and can be taken off. */
import { X } from 'lucide-react'
import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { core, host } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { toFailure } from '#shared/contract/errors'
import styles from './WelcomePage.module.css'

/** Only a folder that is known to be gone is missing: a host that can't list folders leaves it open. */
const isMissing = async (path: string): Promise<boolean> => {
  try {
    await host.listFolder({ path })
    return false
  } catch (error) {
    const code = toFailure(error)?.code
    return code === 'not_found' || code === 'library_not_found' || code === 'file_unreadable'
  }
}

interface RecentLibrariesProps { disabled: boolean, onOpen: (path: string) => void }

export const RecentLibraries = ({ disabled, onOpen }: RecentLibrariesProps) => {
  const { t } = useTranslation('welcome')
  const settings = useQuery(api.app.settings.queryOptions())
  const recent = settings.data?.recent ?? []
  const missing = useQueries({
    queries: recent.map(({ path }) => ({ queryKey: ['host', 'isMissing', path], queryFn: () => isMissing(path), staleTime: 0 })),
  })
  const forget = useMutation({
    mutationFn: (path: string) => core.app.forgetRecent({ path }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.app.key() }),
  })
  if (recent.length === 0) return null
  return (
    <>
      <h2 className={styles.heading}>{t('recent')}</h2>
      {forget.isError && <ErrorPanel error={forget.error} />}
      <ul className={styles.recent}>
        {recent.map(({ path, name, openedAt }, index) => (
          <li key={path} className={styles.row}>
            <button className={styles.library} disabled={disabled} onClick={() => { onOpen(path) }}>
              <strong>{name}</strong>
              <time dateTime={openedAt}>{formatMoment(openedAt)}</time>
              <span className={styles.path}>
                {missing[index]?.data === true && <span className={styles.missing}>{t('missing')}　</span>}{path}
              </span>
            </button>
            <Tooltip title={t('forget')}>
              <Button type="text" size="small" icon={<X size={15} />} aria-label={t('forgetNamed', { name })} onClick={() => { forget.mutate(path) }} />
            </Tooltip>
          </li>
        ))}
      </ul>
    </>
  )
}
