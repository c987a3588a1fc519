/** Masking: what would leave in a package and should perhaps not, and what the library remembers of it. */
import { AppError } from '#shared/contract/errors'
import type { MaskScan, MaskScanChoice } from '#shared/contract/masking'
import { maskingMemory, withMaskWords, withoutMaskDecision } from '#shared/model/masking/memory'
import type { MaskDecision, SensitiveKind } from '#shared/model/masking/sensitive'
import type { LibraryFile } from '#shared/model/library'
import type { Changes } from '../../changes'
import { createResults } from '../../jobResults'
import type { JobService } from '../../jobs'
import type { SessionHolder } from '../../session'
import type { SettingsService } from '../../settings'
import { selectForPackage } from '../selection'
import { scanSelection } from './scan'
import { sentBefore } from './sentMasked'

export { maskSelection, type MaskedSelection } from './maskSelection'
export { withPinsLed } from './ledPins'
export { lazySentTwins, recipientsOf, type SentTwin, type SentTwins } from './sentMasked'

export interface MaskingService {
  scan: (choice: MaskScanChoice) => Promise<{ jobId: string }>
  scanned: (jobId: string) => MaskScan
  memory: () => { words: string[]; decisions: MaskDecision[] }
  setWords: (words: readonly string[]) => Promise<void>
  forget: (kind: SensitiveKind, text: string) => Promise<void>
}

interface Parts { jobs: JobService; sessions: SessionHolder; settings: SettingsService; changes: Changes }

export const createMaskingService = ({ jobs, sessions, settings, changes }: Parts): MaskingService => {
  const scanned = createResults<MaskScan>(jobs)

  const change = async (edit: (library: LibraryFile) => LibraryFile): Promise<void> => {
    const session = sessions.writable()
    await session.write(async () => session.folder.library.update(edit))
    changes.publish({ type: 'library' })
  }

  return {
    scan: async ({ recipient, ...choice }) => {
      const session = sessions.required()
      if (choice.ids.length + choice.editions.length === 0) throw new AppError('invalid', { issues: [{ path: 'ids', message: 'nothing is chosen' }] })
      // What the recipient has already is looked through too: how it leaves tells whether it has to leave again.
      const selection = await selectForPackage(session, { ...choice, since: null })
      const { id } = jobs.start('maskPackage', async (control) => {
        const before = await sentBefore(session, recipient, choice.since)
        scanned.put(control.id, await scanSelection(session, selection, settings.person(), before, control))
      })
      return { jobId: id }
    },
    scanned: scanned.get,
    memory: () => maskingMemory(sessions.required().folder.library.current()),
    setWords: async (words) => change((library) => withMaskWords(library, words)),
    forget: async (kind, text) => change((library) => withoutMaskDecision(library, kind, text)),
  }
}
