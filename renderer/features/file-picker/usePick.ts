/** Asks for a folder or files: with the host's own dialogs where it has them, else with the picker in the page. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { host } from '#renderer/client/client'
import { readCapabilities } from '#renderer/client/hostCapabilities'
import { usePickRequest } from './pickRequest'

/** The chosen folder, or null if the user gave up. `startAt` is where the picker in the page begins. */
export const usePickFolder = (): ((options?: { startAt?: string }) => Promise<string | null>) => {
  const ask = usePickRequest((store) => store.ask)
  return useCallback(async ({ startAt } = {}) => {
    if ((await readCapabilities()).nativeDialogs) return (await host.pickFolder({ create: true })).path
    return (await ask({ kind: 'folder', startAt: startAt ?? null }))[0] ?? null
  }, [ask])
}

/** The chosen files, none if the user gave up. Extensions without a dot. */
export const usePickFiles = (): ((options: { extensions: string[] }) => Promise<string[]>) => {
  const ask = usePickRequest((store) => store.ask)
  const { t } = useTranslation('file-picker')
  return useCallback(async ({ extensions }) => {
    if ((await readCapabilities()).nativeDialogs) return (await host.pickFiles({ filters: [{ name: t('documents'), extensions }] })).paths
    return ask({ kind: 'files', extensions })
  }, [ask, t])
}
