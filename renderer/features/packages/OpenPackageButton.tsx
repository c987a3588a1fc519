/** Chooses a package and looks into it. */
import { PackageOpen } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePickFiles } from '#renderer/features/file-picker'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { packageExtension } from './packageFile'
import { useOpenPackages } from './useOpenPackages'

export const OpenPackageButton = () => {
  const { t } = useTranslation('packages')
  const showError = useErrorDialog()
  const pickFiles = usePickFiles()
  const open = useOpenPackages()
  const choose = useMutation({
    mutationFn: async () => open.mutateAsync(await pickFiles({ extensions: [packageExtension] })),
    onError: (error) => { showError(error, t('notOpened')) },
  })
  return <Button type="primary" icon={<PackageOpen size={15} />} loading={open.isPending} onClick={() => { choose.mutate() }}>{t('open')}</Button>
}
