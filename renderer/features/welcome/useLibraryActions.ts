/** Opening, creating and closing libraries. */
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { toFailure } from '#shared/contract/errors'
import type { OpenLibrary } from '#shared/contract/library'
import type { Language } from '#shared/model/language'
import { showLibrary } from './showLibrary'

export interface NewLibrary { path: string, name: string, unit: string, unitCode: string, language: Language }

type Action<Input> = UseMutationResult<OpenLibrary, Error, Input>

interface LibraryActions {
  open: Action<{ path: string }>
  create: Action<NewLibrary>
  /** Opens the sample that is there already instead of failing on it. */
  openSample: Action<{ path: string }>
  close: UseMutationResult<null, Error, void>
}

const createOrOpenSample = async (input: { path: string }): Promise<OpenLibrary> => {
  try {
    return await core.library.createSample(input)
  } catch (error) {
    if (toFailure(error)?.code === 'library_exists') return core.library.open(input)
    throw error
  }
}

export const useLibraryActions = (): LibraryActions => {
  const navigation = useNavigation()
  const onSuccess = (library: OpenLibrary) => { showLibrary(library); navigation.openWorkbench() }
  return {
    open: useMutation({ mutationFn: (input: { path: string }) => core.library.open(input), onSuccess }),
    create: useMutation({ mutationFn: (input: NewLibrary) => core.library.create(input), onSuccess }),
    openSample: useMutation({ mutationFn: createOrOpenSample, onSuccess }),
    close: useMutation({ mutationFn: () => core.library.close(), onSuccess: () => { showLibrary(null); navigation.openWelcome() } }),
  }
}
