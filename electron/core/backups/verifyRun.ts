/** Reads files of a backup back and compares every byte with the hashes that its list gives. */
import { isAppError } from '#shared/contract/errors'
import type { BackedUpFile } from '#shared/model/backup'
import { noteDamage, placeOfPart, readFiles, type Run } from './runs'
import { openPart, type PartReader } from './partReader'

/** A file of the library whose copy is not what it should be. `reason` names the part, or says in English what is wrong. */
export interface BackupProblem { path: string; part: string; reason: string }

/** The files that lie in each part. */
export const byPart = (files: Iterable<BackedUpFile>): Map<string, BackedUpFile[]> => {
  const parts = new Map<string, BackedUpFile[]>()
  for (const file of files) {
    const there = parts.get(file.part)
    if (there) there.push(file)
    else parts.set(file.part, [file])
  }
  return parts
}

const inOrder = (reader: PartReader, files: readonly BackedUpFile[]): BackedUpFile[] =>
  files.map((file) => ({ file, at: reader.offsetOf(file.path) ?? 0 })).sort((a, b) => a.at - b.at).map(({ file }) => file)

/**
 * Gives each file with its bytes, part by part in the order in which they lie there. Where a part can't be opened, or `work` fails with
 * a failure of the contract, each file concerned is handed to `onProblem`.
 */
export const eachFile = async (
  run: Pick<Run, 'folder'>, files: Iterable<BackedUpFile>, signal: AbortSignal,
  work: (file: BackedUpFile, chunks: AsyncGenerator<Buffer>) => Promise<void>, onProblem: (problem: BackupProblem, error: unknown) => void,
): Promise<void> => {
  for (const [part, inPart] of byPart(files)) {
    const problem = ({ path }: BackedUpFile, error: unknown): void => {
      if (!isAppError(error)) throw error
      onProblem({ path, part, reason: error.code === 'backup_damaged' && 'detail' in error.data ? error.data.detail : error.code }, error)
    }
    let reader: PartReader
    try {
      reader = await openPart(placeOfPart(run, part))
    } catch (error) {
      for (const file of inPart) problem(file, error)
      continue
    }
    try {
      for (const file of inOrder(reader, inPart)) {
        signal.throwIfAborted()
        try { await work(file, reader.read(file)) } catch (error) { problem(file, error) }
      }
    } finally {
      await reader.close()
    }
  }
}

/** Answers what is wrong with each of the files. */
export const compareFiles = async (run: Pick<Run, 'folder'>, files: Iterable<BackedUpFile>, signal: AbortSignal, onFile: (file: BackedUpFile) => void): Promise<BackupProblem[]> => {
  const problems: BackupProblem[] = []
  await eachFile(run, files, signal, async (file, chunks) => {
    onFile(file)
    for await (const _chunk of chunks);
  }, (problem) => { problems.push(problem) })
  return problems
}

export interface VerifiedRun { files: number; bytes: number; problems: BackupProblem[] }

/**
 * Every byte of every run that this one needs. What is damaged is noted beside the manifest, so that the next run copies it again;
 * a drive that can't be written is verified all the same. Throws `backup_damaged` where the list itself can't be read.
 */
export const verifyRun = async (run: Run, at: string, signal: AbortSignal, onProgress: (done: number, total: number, current: string) => void): Promise<VerifiedRun> => {
  const files = await readFiles(run)
  let done = 0
  onProgress(done, files.size, '')
  const problems = await compareFiles(run, files.values(), signal, ({ path }) => { onProgress((done += 1), files.size, path) })
  if (problems.length > 0) await noteDamage(run, problems.map(({ path }) => path), at).catch(() => undefined)
  return { files: files.size, bytes: run.manifest.bytes, problems }
}
