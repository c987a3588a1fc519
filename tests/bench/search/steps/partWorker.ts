/** Worker thread entry: makes parts of made-up documents, asked as the app asks its own. A file's id is the place of its document. */
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { SearchDocument } from '#core/search/part/searchDocument'
import { writePart } from '#core/search/snapshot/partFiles'
import { BuildRequest, type BuildReply } from '#core/services/indexing/builderMessages'
import { sentencesPath } from '../ours'
import { makeLibrary } from '../text/benchDocuments'

function* documentsAt(folder: string, files: readonly (readonly [string, string])[]): Generator<SearchDocument> {
  const { document } = makeLibrary(readFileSync(sentencesPath(folder), 'utf8').split('\n'))
  for (const [place] of files) yield document(Number(place))
}

parentPort?.on('message', (message: unknown) => {
  const request = BuildRequest.parse(message)
  if (request.kind !== 'records') throw new Error('only parts of documents are made here')
  const made: BuildReply = { kind: 'made', stored: writePart(request.folder, documentsAt(request.folder, request.files)), failures: [] }
  parentPort?.postMessage(made)
})
