/** Making packages: what would go in, then the file, signed and encrypted as asked, and its entry in the ledger. */
import { AppError } from '#shared/contract/errors'
import type { Masking } from '#shared/contract/masking'
import type { PackageChoice } from '#shared/contract/packageChoice'
import type { MadeFile, PackagePlan, PackageTerms } from '#shared/contract/packages'
import type { PackageSafety } from '#shared/contract/packageSafety'
import type { RecordRow } from '#shared/contract/records'
import { withMaskDecisions } from '#shared/model/masking/memory'
import { fileNameOf } from '#shared/text/fileName'
import type { Changes } from '../changes'
import { checkPath, targetOf, type DownloadService, type Target } from '../downloads'
import { createResults } from '../jobResults'
import type { JobService } from '../jobs'
import type { PackageKeys } from '../keys'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { makePackage } from './make'
import { maskSelection } from './masking'
import { outgoing } from './safety'
import { checkSelection, selectForPackage, type Selection } from './selection'

/** `to` is a path, null for a file to be downloaded. */
export interface PackageWish extends PackageChoice, PackageTerms { to: string | null; acceptMissing: boolean; safety: PackageSafety; masking: Masking | null }

export interface Making {
  plan: (choice: PackageChoice) => Promise<PackagePlan>
  make: (wish: PackageWish) => Promise<{ jobId: string }>
  made: (jobId: string) => MadeFile
}

export interface MakingParts {
  jobs: JobService; sessions: SessionHolder; settings: SettingsService; downloads: DownloadService; changes: Changes; now: () => number; keys: PackageKeys
  /** The folder of what offline pages are made of. */
  offline: string
}

export const createMaking = ({ jobs, sessions, settings, downloads, changes, now, keys, offline }: MakingParts): Making => {
  const made = createResults<MadeFile>(jobs)

  const select = async (session: Session, choice: PackageChoice): Promise<Selection> => {
    if (choice.ids.length + choice.editions.length === 0) throw new AppError('invalid', { issues: [{ path: 'ids', message: 'nothing is chosen' }] })
    return selectForPackage(session, choice)
  }

  /** What goes in as it is now stays for good. What was saved between looking and sealing is looked at again. */
  const selectSealed = async (session: Session, choice: PackageChoice, check: (selection: Selection) => void): Promise<Selection> => {
    const selection = await select(session, choice)
    check(selection)
    let isAsSelected = true
    for (const [id, revisionId] of selection.unsealed) isAsSelected = (await session.seal(id)).revision.id === revisionId && isAsSelected
    return isAsSelected ? selection : selectSealed(session, choice, check)
  }

  const remember = async (session: Session, decisions: Masking['decisions']): Promise<void> => {
    await session.folder.library.update((library) => withMaskDecisions(library, decisions))
    changes.publish({ type: 'library' })
  }

  return {
    plan: async (choice) => {
      const session = sessions.required()
      const { records, editions, attachments, missing, restricted, base } = await select(session, choice)
      const asNow = (row: RecordRow): RecordRow => session.catalog.get(row.id) ?? row
      return {
        records: [...records.values()].map(({ row, reason, revisions }) => ({ row: asNow(row), reason, revisions: revisions.size })),
        editions: editions.length, missing,
        attachments: { count: attachments.size, bytes: [...attachments.values()].reduce((sum, { size }) => sum + size, 0) },
        restricted: [...restricted.values()].map(asNow),
        unchanged: { records: base?.records.length ?? 0, attachments: base?.attachments.length ?? 0 },
      }
    },
    make: async ({ ids, editions, since, largest, to, acceptMissing, safety, masking, ...terms }) => {
      const session = sessions.writable()
      // What the recipient has is told from what leaves, which is known once it is masked.
      const choice = { ids, editions, since: masking ? null : since, largest }
      await checkPath(to, session.folder.root)
      const selection = await selectSealed(session, choice, (selected) => { checkSelection(selected, acceptMissing, safety) })
      const { keys: signing, hooks, entry } = await outgoing(session, keys, safety)
      const { id } = jobs.start('makePackage', async (control) => session.write(async () => {
        const [by, at] = [settings.person(), now()]
        const wish = masking && { masking, since, said: terms, recipient: terms.recipient, authorship: { by, device: settings.device, now: at } }
        const masked = wish && await maskSelection(session, selection, wish, control)
        const facts = { terms, masked, by, at: new Date(at).toISOString(), offline, keys: signing, hooks }
        const writeTo = async (target: Target) => ({ target, exchange: await makePackage(session, masked?.selection ?? selection, facts, target, control) })
        const { target, exchange } = await targetOf(downloads, to, fileNameOf(masked?.said.title ?? terms.title, 'package', 'lfpkg')).then(writeTo).catch(async (error: unknown) => {
          await masked?.forget()
          throw error
        })
        await session.folder.exchanges.add({ ...exchange, ...entry, restricted: [...selection.restricted.keys()] })
        if (masking && masking.decisions.length > 0) await remember(session, masking.decisions)
        made.put(control.id, { name: target.name, path: to, download: target.download, size: exchange.size, sha256: exchange.sha256 })
        changes.publish({ type: 'exchanges' })
      }))
      return { jobId: id }
    },
    made: made.get,
  }
}
