/** Looks into packages: nothing of them is taken in by that. One opens its preview, several wait on the page of packages. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'

export const useOpenPackages = (): UseMutationResult<string[], Error, readonly string[]> => {
  const { openPackage, openPackages } = useNavigation()
  return useMutation({
    mutationFn: async (paths) => {
      const jobIds: string[] = []
      for (const path of paths) jobIds.push((await core.packages.open({ path })).jobId)
      return jobIds
    },
    onSuccess: ([first, ...more]) => {
      if (first === undefined) return
      if (more.length === 0) openPackage(first)
      else openPackages()
    },
  })
}
