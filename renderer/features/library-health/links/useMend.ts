/** Mending broken links: taking them out, leading them elsewhere, bringing back what they lead to; each is said with the way back. */
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { BrokenLink } from '#shared/contract/links'

const targetOf = ({ reference }: BrokenLink): string[] => ('to' in reference ? [reference.to] : [])

export const useMend = () => {
  const { t } = useTranslation('library-health')
  const announce = useAnnounceOutcome()
  const showError = useErrorDialog()
  const mend = useMutation({
    mutationFn: async ({ links, to }: { links: readonly BrokenLink[]; to: string | null }) =>
      core.links.mend({ mends: links.map(({ record, reference }) => ({ recordId: record.id, reference, to })) }),
    onSuccess: (outcome, { links, to }) => { announce(outcome, t(to === null ? 'links.removed' : 'links.led', { count: links.length })) },
    onError: (error) => { showError(error, t('links.notMended')) },
  })
  const restore = useMutation({
    mutationFn: async (links: readonly BrokenLink[]) => core.trash.restore({ ids: [...new Set(links.flatMap(targetOf))] }),
    onSuccess: (outcome) => { announce(outcome, t('links.restored', { count: outcome.done })) },
    onError: (error) => { showError(error, t('links.notRestored')) },
  })
  return {
    remove: (links: readonly BrokenLink[]) => { mend.mutate({ links, to: null }) },
    lead: (link: BrokenLink, to: string) => { mend.mutate({ links: [link], to }) },
    restore: restore.mutate, isBusy: mend.isPending || restore.isPending,
  }
}
