/** The keys of the open library and whom it trusts, and what is done with them. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { usePickFiles } from '#renderer/features/file-picker'
import { useAnnounceFile } from '#renderer/features/made-files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { fileNameOf } from '#shared/text/fileName'

export const keysExtension = 'lfkeys'
export const cardExtension = 'lfcard'

export const useOwnKeys = () => useQuery(api.keys.own.queryOptions())
export const useTrusted = () => useQuery(api.keys.trusted.queryOptions())

/** Writes the public keys where the user wants them. */
export const useCard = (name: string) => {
  const { t } = useTranslation('keys')
  const announce = useAnnounceFile()
  const showError = useErrorDialog()
  return useMutation({
    mutationFn: async () => {
      const destination = await askDestination(fileNameOf(name, 'card', cardExtension), { name: t('files.card'), extension: cardExtension })
      return destination && core.keys.card(destination)
    },
    onSuccess: (file) => { if (file) announce(file, t('own.cardMade'), []) },
    onError: (error) => { showError(error, t('own.cardNotMade')) },
  })
}

/** Reads the card that the user chooses; undefined if they gave up. */
export const useReadCard = () => {
  const { t } = useTranslation('keys')
  const pickFiles = usePickFiles()
  const showError = useErrorDialog()
  return useMutation({
    mutationFn: async () => {
      const [path] = await pickFiles({ extensions: [cardExtension] })
      return path === undefined ? undefined : core.keys.readCard({ path })
    },
    onError: (error) => { showError(error, t('trust.cardNotRead')) },
  })
}
