/** Documents made through the contract, in tests. */
import type { DocumentRequest } from '#shared/contract/documents'
import { ended } from './jobs'
import type { TestCore } from './testCore'

type Client = TestCore['client']
type Made = Awaited<ReturnType<Client['documents']['made']>>

/** What a request made. Throws what its job failed with. */
export const madeOf = async (client: Client, request: DocumentRequest, to: string | null, allowRestricted = false): Promise<Made> => {
  const { jobId } = await client.documents.make({ request, to, allowRestricted })
  const { failure } = await ended(client, jobId)
  if (failure) throw Object.assign(new Error(failure.code), failure)
  return client.documents.made({ jobId })
}

/** A record as a Word file in its usual look. */
export const wordOf = async (client: Client, { id, to, allowRestricted }: { id: string; to: string | null; allowRestricted?: boolean }): Promise<Made> =>
  madeOf(client, { form: 'word', source: { kind: 'record', id }, look: {} }, to, allowRestricted)
