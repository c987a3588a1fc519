/** What somebody found something with, on this machine. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'

const longest = 200

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: api.search.recent.key() })

/** Notes a search that led to something. Nothing is lost to anyone if it can't be noted: it is only logged. */
export const remember = async (text: string): Promise<void> => {
  const noted = text.trim().slice(0, longest).trim()
  if (noted === '') return
  try {
    await core.search.remember({ text: noted })
    await readAgain()
  } catch (error) {
    console.warn('search not noted', error)
  }
}

export const useRecent = () => {
  const { data: recent = [], error, refetch } = useQuery(api.search.recent.queryOptions())
  const forget = useMutation({ mutationFn: () => core.search.forgetRecent(), onSuccess: readAgain })
  return { recent, error, retry: () => { void refetch() }, forget: () => { forget.mutate() }, forgetError: forget.error }
}
