/** The profile as it is typed: saved a moment later, what is left on leaving, one save after another. */
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { underWay } from '#renderer/client/underWay'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { Saving } from '#renderer/ui/states/SaveState'
import { Profile } from '#shared/model/settings'

export interface SavedProfile {
  typed: Profile
  type: (changed: Partial<Profile>) => void
  /** Saves what is unsaved now. */
  flush: () => void
  /** Undefined until something was typed. */
  saving: Saving | undefined
  error: Error | null
}

const pauseMs = 600
const mutationKey = ['profile']

const trimmed = (profile: Profile): Profile => ({ ...profile, name: profile.name.trim(), unit: profile.unit.trim(), role: profile.role.trim() })

export const useSavedProfile = (profile: Profile): SavedProfile => {
  const { t } = useTranslation('settings')
  const showError = useErrorDialog()
  const [typed, setTyped] = useState(() => underWay(mutationKey, Profile) ?? profile)
  const [isWaiting, setIsWaiting] = useState(false)
  const unsaved = useRef<Profile>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isShown = useRef(true)
  const { mutate, isPending, isSuccess, error, submittedAt } = useMutation({
    mutationKey,
    mutationFn: (next: Profile) => core.app.updateSettings({ profile: next }),
    scope: { id: 'profile' },
    onSuccess: (saved) => { queryClient.setQueryData(api.app.settings.queryKey(), saved) },
    onError: (failure, next) => {
      unsaved.current ??= next
      if (!isShown.current) showError(failure, t('profileNotSaved'))
    },
  })
  const send = useRef<() => void>(() => undefined)
  useEffect(() => {
    send.current = () => {
      clearTimeout(timer.current)
      const next = unsaved.current
      unsaved.current = undefined
      if (next) mutate(next)
    }
  }, [mutate])
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
      send.current()
    }
  }, [])

  const flush = (): void => {
    setIsWaiting(false)
    send.current()
  }
  const type = (changed: Partial<Profile>): void => {
    const next = { ...typed, ...changed }
    setTyped(next)
    unsaved.current = trimmed(next)
    setIsWaiting(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, pauseMs)
  }
  const saving = (): Saving | undefined => {
    if (isWaiting) return { state: 'unsaved' }
    if (isPending) return { state: 'saving' }
    if (error) return { state: 'failed' }
    return isSuccess ? { state: 'saved', at: new Date(submittedAt) } : undefined
  }
  return { typed, type, flush, saving: saving(), error: isWaiting ? null : error }
}
