/** The contract between the core and whoever uses it. One router implements it; every transport carries it. */
import type { ContractRouterClient } from '@orpc/contract'
import { adoptions } from './adoptions'
import { app } from './app'
import { attachments } from './attachments'
import { backups } from './backups'
import { comments } from './comments'
import { documents } from './documents'
import { events } from './events'
import { filled } from './filled'
import { imports } from './imports'
import { jobs } from './jobs'
import { keys } from './keys'
import { library } from './library'
import { links } from './links'
import { masking } from './masking'
import { meetings } from './meetings'
import { operations } from './operations'
import { packages } from './packages'
import { products } from './products'
import { records } from './records'
import { search } from './search'
import { statistics } from './statistics'
import { templates } from './templates'
import { trash } from './trash'
import { usage } from './usage'
import { views } from './views'
import { vocabularies } from './vocabularies'
import { workbench } from './workbench'

export const contract = {
  app, library, records, links, search, imports, jobs, attachments, comments, filled, products, adoptions, statistics, packages, masking, keys, documents, meetings, trash, operations, backups, vocabularies, usage, templates, views, workbench, events,
}

export type CoreClient = ContractRouterClient<typeof contract>
