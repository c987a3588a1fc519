/** The styles of the library, and what is done to them. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import type { DocumentPreset } from '#shared/model/document/preset'
import { presetDrafts } from './drafts'

const read = async (): Promise<void> => { await queryClient.invalidateQueries({ queryKey: api.documents.key() }) }

export const usePresets = () => ({
  presets: useQuery(api.documents.presets.queryOptions()),
  save: useMutation({ mutationFn: (preset: DocumentPreset) => core.documents.savePreset(preset), onSuccess: async (_saved, preset) => { await read(); presetDrafts.dropSaved(preset.id, preset) } }),
  remove: useMutation({ mutationFn: (id: string) => core.documents.removePreset({ id }), onSuccess: async (_removed, id) => { await read(); presetDrafts.drop(id) } }),
})
