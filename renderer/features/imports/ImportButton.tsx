/** The button of a library that opens the import. */
import { Download } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import type { LibraryType } from '#shared/model/recordTypes'
import { useImport } from './importRequest'

interface ImportButtonProps {
  type: LibraryType
  /** As the one primary action of an empty page. */
  primary?: boolean
}

export const ImportButton = ({ type, primary = false }: ImportButtonProps) => {
  const { t } = useTranslation('imports')
  const begin = useImport()
  const readOnly = Boolean(useQuery(api.library.current.queryOptions()).data?.readOnly)
  return (
    <Button type={primary ? 'primary' : 'default'} icon={<Download size={15} />} disabled={readOnly} onClick={() => { begin(type) }}>
      {primary ? t('importWord') : t('common:import')}
    </Button>
  )
}
