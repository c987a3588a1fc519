/** Follows the core's change events and marks what the screen has read as out of date. */
import { useQuery } from '@tanstack/react-query'
import type { ChangeEvent } from '#shared/contract/events'
import type { Job } from '#shared/contract/jobs'
import { core } from './client'
import { follow } from './follow'
import { isOurEditing } from './editings'
import { createInvalidator, type Outdated } from './invalidator'
import { api, queryClient } from './queries'

const invalidate = createInvalidator(queryClient)

const jobsKey = api.jobs.list.queryKey()

const backupResults = [api.backups.ran, api.backups.verified, api.backups.restored, api.backups.restoredAll]

const byStart = (a: Job, b: Job): number => a.startedAt.localeCompare(b.startedAt)

const applyJob = (job: Job): void => {
  queryClient.setQueryData(api.jobs.get.queryKey({ input: { id: job.id } }), job)
  const jobs = queryClient.getQueryData(jobsKey)
  if (!jobs) invalidate(jobsKey)
  else queryClient.setQueryData(jobsKey, [...jobs.filter(({ id }) => id !== job.id), job].sort(byStart))
  if (job.state !== 'running') invalidate(api.library.health.key(), api.links.key())
  if (job.kind === 'compare') invalidate(api.imports.report.key())
  const results = [
    api.imports.report, api.library.verified, api.library.repaired, api.library.swept, api.packages.made, api.packages.opened, api.packages.taken, api.masking.scanned, api.trash.emptied,
    ...backupResults,
  ]
  invalidate(...results.map((query) => query.key({ input: { jobId: job.id } })))
}

/** What this page saved itself is read again once it is left, not in the midst of typing. */
const recordsOf = ({ ids: [id], editing }: Extract<ChangeEvent, { type: 'records' }>): Outdated =>
  (id !== undefined && editing !== undefined && isOurEditing(editing) ? { queryKey: api.records.key(), known: api.records.get.key({ input: { id } }) } : api.records.key())

const apply = (event: ChangeEvent): void => {
  switch (event.type) {
    case 'hello':
    case 'library':
      invalidate([])
      break
    case 'opening':
      queryClient.setQueryData(api.library.opening.queryKey(), event.opening)
      break
    case 'records':
      invalidate(recordsOf(event), api.search.key(), api.vocabularies.key(), api.library.key(), api.products.key(), api.adoptions.key(), api.statistics.key(), api.workbench.key(), api.meetings.key(), api.documents.deck.key(), api.documents.meetingFigures.key(), api.usage.key(), api.packages.plan.key(), api.packages.opened.key(), api.packages.sides.key(), api.packages.suggestable.key(), api.imports.report.key(), api.links.key(), api.backups.records.key(), api.attachments.copies.key())
      break
    case 'comments':
      invalidate(api.comments.list.key({ input: { recordId: event.recordId } }))
      break
    case 'filled':
      invalidate(api.filled.list.key({ input: { toolId: event.toolId } }), api.filled.get.key())
      break
    case 'copies':
      invalidate(api.attachments.copies.key({ input: { id: event.recordId } }))
      break
    case 'exchanges':
      invalidate(api.packages.exchanges.key(), api.packages.suggestable.key(), api.adoptions.reportable.key())
      break
    case 'keys':
      invalidate(api.keys.key(), api.packages.opened.key())
      break
    case 'trash':
      invalidate(api.trash.key(), api.operations.key())
      break
    case 'backups':
      invalidate(api.backups.status.key(), api.backups.list.key())
      break
    case 'recoveries':
      invalidate(api.records.recoveriesOf.key(), api.records.recoveries.key())
      break
    case 'searches':
      invalidate(api.search.saved.key(), api.search.recent.key(), api.vocabularies.elsewhere.key())
      break
    case 'views':
      invalidate(api.views.key(), api.vocabularies.elsewhere.key())
      break
    case 'synonyms':
      invalidate(api.library.synonyms.key(), api.library.current.key(), api.search.query.key(), api.search.matches.key(), api.search.ids.key())
      break
    case 'usage':
      invalidate(api.usage.key())
      break
    case 'vocabularies':
      invalidate(api.vocabularies.key(), api.library.current.key(), api.packages.foreignWords.key(), api.adoptions.key(), api.statistics.key())
      break
    case 'templates':
      invalidate(api.templates.key(), api.vocabularies.elsewhere.key())
      break
    case 'settings':
      invalidate(api.app.key(), api.workbench.key())
      break
    case 'job':
      applyJob(event.job)
      break
  }
}

/** Watches until the returned function is called. After a drop it subscribes again and everything is read again. */
export const watchChanges = (): (() => void) => follow((signal) => core.events.watch(undefined, { signal }), apply)

/** The jobs of this run of the core, oldest first, as they go on. */
export const useJobs = (): Job[] => useQuery(api.jobs.list.queryOptions()).data ?? []
