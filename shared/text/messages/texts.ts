/** The shape of the message texts, one complete set for each language. `{name}` stands for a detail of the failure. */
import type { ExportWarning } from '../../contract/documents'
import type { ErrorCode, PackageProblem } from '../../contract/errors'
import type { ImportFailure, ImportWarning } from '../../contract/imports'

export interface FailureText {
  /** What was not done. */
  what: string
  why: string
  /** What to do next. */
  next: string
}

export interface MessageTexts {
  failures: Readonly<Record<ErrorCode | ImportFailure['code'], FailureText>>
  /** `library.json` that is damaged: everything needs it, so that the records, though whole, can't be reached. */
  libraryFile: FailureText
  /** An error code of the operating system that is not among those below. */
  otherSystemReason: string
  /** A library that is locked where nobody can say by whom: its lock is no lock, or was taken from us. */
  lockedByUnknown: FailureText
  /** Error codes of operating systems, in words; they replace the why and next of the failure that carries them. */
  systemReasons: Readonly<Record<string, Pick<FailureText, 'why' | 'next'>>>
  notFound: Readonly<Record<'record' | 'revision' | 'number' | 'attachment' | 'edition' | 'job' | 'file' | 'trash' | 'operation' | 'comment' | 'copy' | 'word' | 'template' | 'key' | 'package' | 'preset', string>>
  /** What is wrong with a package, as the end of a sentence. */
  packageProblems: Readonly<Record<PackageProblem, string>>
  /** An encrypted package by what it needs; `wrong` is a passphrase that is not the one. */
  packageLocks: Readonly<Record<'passphrase' | 'wrong' | 'key', FailureText>>
  /** A package that nobody vouches for, by what is known of its signature. */
  packageStandings: Readonly<Record<'unsigned' | 'unknown' | 'revoked', FailureText>>
  warnings: Readonly<Record<ImportWarning['code'], string>>
  exportWarnings: Readonly<Record<ExportWarning['code'], string>>
}
