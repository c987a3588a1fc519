/** The contract implemented: each procedure calls its service. */
import type { RecordFile } from '#shared/model/record'
import type { Services } from '../services/services'
import type { Log } from '../ports'
import { implementer, type Implementer } from './base'

const appRouter = (os: Implementer, { info, settings }: Services) => os.app.router({
  info: os.app.info.handler(() => info),
  settings: os.app.settings.handler(() => settings.current()),
  setListLook: os.app.setListLook.handler(({ input }) => settings.setListLook(input.type, input.look)),
  updateSettings: os.app.updateSettings.handler(({ input }) => settings.update(input)),
  forgetRecent: os.app.forgetRecent.handler(({ input }) => settings.forgetLibrary(input.path)),
})

const libraryRouter = (os: Implementer, { library, maintenance, synonyms, customFields }: Services) => os.library.router({
  current: os.library.current.handler(() => library.current()),
  opening: os.library.opening.handler(() => library.opening()),
  settleCopy: os.library.settleCopy.handler(({ input }) => library.settleCopy(input)),
  create: os.library.create.handler(({ input }) => library.create(input)),
  open: os.library.open.handler(({ input }) => library.open(input.path, input.write)),
  createSample: os.library.createSample.handler(({ input }) => library.createSample(input.path)),
  verify: os.library.verify.handler(() => maintenance.verify()),
  verified: os.library.verified.handler(({ input }) => maintenance.verified(input.jobId)),
  repair: os.library.repair.handler(({ input }) => maintenance.repair(input.jobId, input.choices)),
  repaired: os.library.repaired.handler(({ input }) => maintenance.repaired(input.jobId)),
  sweep: os.library.sweep.handler(() => maintenance.sweep()),
  swept: os.library.swept.handler(({ input }) => maintenance.swept(input.jobId)),
  damage: os.library.damage.handler(() => maintenance.damage()),
  recordDamage: os.library.recordDamage.handler(({ input }) => maintenance.recordDamage(input.id)),
  restoreRecord: os.library.restoreRecord.handler(({ input }) => maintenance.restoreRecord(input.id, input.revisionId)),
  health: os.library.health.handler(() => maintenance.health()),
  synonyms: os.library.synonyms.handler(() => synonyms.list()),
  customFields: os.library.customFields.handler(() => customFields.list()),
  setCustomFields: os.library.setCustomFields.handler(({ input }) => customFields.set(input.fields, input.base)),
  customFieldUse: os.library.customFieldUse.handler(({ input }) => customFields.use(input.field)),
  setSynonyms: os.library.setSynonyms.handler(({ input }) => synonyms.set(input.groups)),
  close: os.library.close.handler(() => library.close()),
})

const savedOf = ({ id, revision }: RecordFile) => ({ id, revisionId: revision.id, at: revision.at })

const documentsRouter = (os: Implementer, { documents }: Services) => os.documents.router({
  make: os.documents.make.handler(({ input }) => documents.make(input.request, input.to, input.allowRestricted)),
  made: os.documents.made.handler(({ input }) => documents.made(input.jobId)),
  preview: os.documents.preview.handler(({ input }) => documents.preview(input.source, input.look)),
  leaves: os.documents.leaves.handler(({ input }) => documents.leaves(input)),
  deck: os.documents.deck.handler(({ input }) => documents.deck(input.source)),
  meetingFigures: os.documents.meetingFigures.handler(({ input }) => documents.meetingFigures(input.id)),
  presets: os.documents.presets.handler(() => documents.presets()),
  savePreset: os.documents.savePreset.handler(({ input }) => documents.savePreset(input)),
  removePreset: os.documents.removePreset.handler(({ input }) => documents.removePreset(input.id)),
  theme: os.documents.theme.handler(() => documents.theme()),
  saveTheme: os.documents.saveTheme.handler(({ input }) => documents.saveTheme(input)),
})

const meetingsRouter = (os: Implementer, { meetings }: Services) => os.meetings.router({
  readParticipants: os.meetings.readParticipants.handler(({ input }) => meetings.readParticipants(input.path)),
  readFeedback: os.meetings.readFeedback.handler(({ input }) => meetings.readFeedback(input.id, input.paths)),
  readAttendance: os.meetings.readAttendance.handler(({ input }) => meetings.readAttendance(input.id, input.path)),
  sheet: os.meetings.sheet.handler(({ input }) => meetings.sheet(input)),
  noteRehearsal: os.meetings.noteRehearsal.handler(async ({ input }) => savedOf(await meetings.noteRehearsal(input.id, input.base, input.seconds))),
  followUps: os.meetings.followUps.handler(({ input }) => meetings.followUps(input.mine)),
  settleFollowUp: os.meetings.settleFollowUp.handler(async ({ input }) => savedOf(await meetings.settleFollowUp(input.id, input.rowId, input.isDone))),
})

const recordsRouter = (os: Implementer, { records, creations, life, operations, revisions, recoveries }: Services) => os.records.router({
  list: os.records.list.handler(({ input }) => records.list(input)),
  groups: os.records.groups.handler(({ input }) => records.groups(input.filter, input.sort, input.group)),
  facets: os.records.facets.handler(({ input }) => records.facets(input.filter, input.facets)),
  get: os.records.get.handler(({ input }) => records.get(input.id)),
  byNumber: os.records.byNumber.handler(({ input }) => records.byNumber(input.number)),
  revision: os.records.revision.handler(({ input }) => records.revision(input.id, input.revisionId)),
  backlinks: os.records.backlinks.handler(({ input }) => records.backlinks(input.id)),
  rows: os.records.rows.handler(({ input }) => records.rows(input.ids)),
  create: os.records.create.handler(({ input: { id, ...given } }) => creations.create({ ...given, sources: [] }, id)),
  save: os.records.save.handler(async ({ input }) => savedOf(await records.save(input.id, input.base, input.changes, input))),
  ids: os.records.ids.handler(({ input }) => operations.select(input.selection)),
  remove: os.records.remove.handler(({ input }) => operations.remove(input.selection)),
  bulkEdit: os.records.bulkEdit.handler(({ input }) => operations.bulkEdit(input.selection, input.change)),
  bulkMove: os.records.bulkMove.handler(({ input }) => operations.bulkMove(input.selection, input.move, input.reason)),
  merge: os.records.merge.handler(({ input }) => operations.merge(input)),
  history: os.records.history.handler(({ input }) => revisions.history(input.id)),
  restoreRevision: os.records.restoreRevision.handler(async ({ input }) => savedOf(await revisions.restore(input.id, input.base, input.revisionId))),
  move: os.records.move.handler(async ({ input: { id, base, ...request } }) => savedOf(await life.move(id, base, request))),
  changedSinceMove: os.records.changedSinceMove.handler(({ input }) => life.changedSinceJudged(input.id)),
  recoveriesOf: os.records.recoveriesOf.handler(({ input }) => recoveries.of(input.id)),
  recoveries: os.records.recoveries.handler(() => recoveries.list()),
  createKept: os.records.createKept.handler(async ({ input }) => savedOf(await creations.createKept(input.id))),
  discardRecovery: os.records.discardRecovery.handler(({ input }) => recoveries.discard(input.id, input.editing)),
})

const commentsRouter = (os: Implementer, { comments }: Services) => os.comments.router({
  list: os.comments.list.handler(({ input }) => comments.list(input.recordId)),
  add: os.comments.add.handler(({ input }) => comments.add(input.recordId, input.id, input.anchor, input.text)),
  reply: os.comments.reply.handler(({ input }) => comments.reply(input.recordId, input.commentId, input.id, input.text)),
  edit: os.comments.edit.handler(({ input }) => comments.edit(input.recordId, input.commentId, input.replyId, input.text)),
  resolve: os.comments.resolve.handler(({ input }) => comments.resolve(input.recordId, input.commentId, input.resolved)),
  remove: os.comments.remove.handler(({ input }) => comments.remove(input.recordId, input.commentId, input.replyId)),
})

const filledRouter = (os: Implementer, { filled }: Services) => os.filled.router({
  list: os.filled.list.handler(({ input }) => filled.list(input.toolId)),
  get: os.filled.get.handler(({ input }) => filled.get(input.toolId, input.id)),
  start: os.filled.start.handler(({ input }) => filled.start(input.toolId, input.id, input.title, input.values ?? {})),
  save: os.filled.save.handler(({ input: { toolId, id, base, ...written } }) => filled.save(toolId, id, base, written)),
  finish: os.filled.finish.handler(({ input }) => filled.finish(input.toolId, input.id, input.base)),
  reopen: os.filled.reopen.handler(({ input }) => filled.reopen(input.toolId, input.id, input.base)),
  remove: os.filled.remove.handler(({ input }) => filled.remove(input.toolId, input.ids, input.isRemoved)),
  purge: os.filled.purge.handler(({ input }) => filled.purge(input.toolId, input.ids)),
  export: os.filled.export.handler(({ input }) => filled.export(input.toolId, input.ids, input.form, input.to, input.allowRestricted)),
})

const adoptionsRouter = (os: Implementer, { adoptions }: Services) => os.adoptions.router({
  list: os.adoptions.list.handler(() => adoptions.list()),
  ofProduct: os.adoptions.ofProduct.handler(({ input }) => adoptions.ofProduct(input.id)),
  of: os.adoptions.of.handler(({ input }) => adoptions.of(input.id)),
  plan: os.adoptions.plan.handler(({ input }) => adoptions.plan(input)),
  reportable: os.adoptions.reportable.handler(() => adoptions.reportable()),
})

const statisticsRouter = (os: Implementer, { statistics }: Services) => os.statistics.router({
  coverage: os.statistics.coverage.handler(() => statistics.coverage()),
  replication: os.statistics.replication.handler(() => statistics.replication()),
  benefits: os.statistics.benefits.handler(() => statistics.benefits()),
  conversion: os.statistics.conversion.handler(() => statistics.conversion()),
  citations: os.statistics.citations.handler(({ input }) => statistics.citations(input.limit)),
  overdue: os.statistics.overdue.handler(({ input }) => statistics.overdue(input.limit)),
  export: os.statistics.export.handler(({ input }) => statistics.export(input.figure, input.to)),
})

const productsRouter = (os: Implementer, { products, creations }: Services) => os.products.router({
  create: os.products.create.handler(({ input: { id, title, sources, content, stage } }) =>
    creations.create({ type: 'product', content: { ...content, title }, sources, stage }, id)),
  candidates: os.products.candidates.handler(({ input }) => products.candidates(input.limit)),
  pin: os.products.pin.handler(({ input }) => products.pin(input.recordId)),
  excerpt: os.products.excerpt.handler(({ input }) => products.excerpt(input.recordId, input.revisionId, input.blockIds, input.text)),
  retake: os.products.retake.handler(({ input }) => products.retake(input.recordId, input.quotes)),
  sources: os.products.sources.handler(({ input }) => products.sources(input.id)),
  gate: os.products.gate.handler(({ input }) => products.gate(input.id)),
  release: os.products.release.handler(async ({ input }) => {
    const { edition, record } = await products.release(input.id, input.base, input)
    return { edition, saved: savedOf(record) }
  }),
  editions: os.products.editions.handler(({ input }) => products.editions(input.id)),
  edition: os.products.edition.handler(({ input }) => products.edition(input.recordId, input.seal)),
})

const packagesRouter = (os: Implementer, { packages }: Services) => os.packages.router({
  plan: os.packages.plan.handler(({ input }) => packages.plan(input)),
  make: os.packages.make.handler(({ input }) => packages.make(input)),
  made: os.packages.made.handler(({ input }) => packages.made(input.jobId)),
  open: os.packages.open.handler(({ input }) => packages.open(input.path, input.passphrase)),
  opened: os.packages.opened.handler(({ input }) => packages.opened(input.jobId, input.words)),
  sides: os.packages.sides.handler(({ input }) => packages.sides(input.jobId, input.id, input.words)),
  foreignWords: os.packages.foreignWords.handler(({ input }) => packages.foreignWords(input.jobId)),
  take: os.packages.take.handler(({ input: { jobId, ...choice } }) => packages.take(jobId, choice)),
  taken: os.packages.taken.handler(({ input }) => packages.taken(input.jobId)),
  exchanges: os.packages.exchanges.handler(() => packages.exchanges()),
  suggestable: os.packages.suggestable.handler(() => packages.suggestable()),
})

const maskingRouter = (os: Implementer, { masking }: Services) => os.masking.router({
  scan: os.masking.scan.handler(({ input }) => masking.scan(input)),
  scanned: os.masking.scanned.handler(({ input }) => masking.scanned(input.jobId)),
  memory: os.masking.memory.handler(() => masking.memory()),
  setWords: os.masking.setWords.handler(({ input }) => masking.setWords(input.words)),
  forget: os.masking.forget.handler(({ input }) => masking.forget(input.kind, input.text)),
})

const keysRouter = (os: Implementer, { keys }: Services) => os.keys.router({
  own: os.keys.own.handler(() => keys.own()),
  create: os.keys.create.handler(() => keys.create()),
  export: os.keys.export.handler(({ input }) => keys.export(input.passphrase, input.to)),
  recover: os.keys.recover.handler(({ input }) => keys.recover(input.path, input.passphrase)),
  replace: os.keys.replace.handler(() => keys.replace()),
  card: os.keys.card.handler(({ input }) => keys.card(input.to)),
  readCard: os.keys.readCard.handler(({ input }) => keys.readCard(input.path)),
  trusted: os.keys.trusted.handler(() => keys.trusted()),
  standing: os.keys.standing.handler(({ input }) => keys.standing(input.libraryId, input.signing)),
  trust: os.keys.trust.handler(({ input }) => keys.trust(input)),
  revoke: os.keys.revoke.handler(({ input }) => keys.revoke(input.id, input.reason)),
  forget: os.keys.forget.handler(({ input }) => keys.forget(input.id)),
})

const backupsRouter = (os: Implementer, { backups }: Services) => os.backups.router({
  status: os.backups.status.handler(() => backups.status()),
  plan: os.backups.plan.handler(({ input }) => backups.plan(input)),
  run: os.backups.run.handler(({ input }) => backups.run(input.folder, input.allowRestricted)),
  ran: os.backups.ran.handler(({ input }) => backups.ran(input.jobId)),
  list: os.backups.list.handler(({ input }) => backups.list(input.folder)),
  verify: os.backups.verify.handler(({ input }) => backups.verify(input.run)),
  verified: os.backups.verified.handler(({ input }) => backups.verified(input.jobId)),
  records: os.backups.records.handler(({ input }) => backups.records(input.run, input.text, input.offset, input.limit)),
  restoreRecords: os.backups.restoreRecords.handler(({ input }) => backups.restoreRecords(input.run, input.ids)),
  restored: os.backups.restored.handler(({ input }) => backups.restored(input.jobId)),
  restoreAll: os.backups.restoreAll.handler(({ input }) => backups.restoreAll(input.run, input.to)),
  restoredAll: os.backups.restoredAll.handler(({ input }) => backups.restoredAll(input.jobId)),
})

const searchRouter = (os: Implementer, { search, searches, duplicates }: Services) => os.search.router({
  query: os.search.query.handler(({ input }) => search.query(input)),
  matches: os.search.matches.handler(({ input }) => search.matches(input)),
  similar: os.search.similar.handler(({ input }) => search.similar(input)),
  duplicates: os.search.duplicates.handler(({ input }) => duplicates.of(input.id)),
  titles: os.search.titles.handler(({ input }) => duplicates.titles(input.title, input.except, input.limit)),
  keepApart: os.search.keepApart.handler(({ input }) => duplicates.keepApart(input.id, input.other)),
  suggest: os.search.suggest.handler(({ input }) => search.suggest(input)),
  ids: os.search.ids.handler(({ input }) => search.ids(input)),
  unreadFiles: os.search.unreadFiles.handler(({ input }) => search.unreadFiles(input.limit)),
  saved: os.search.saved.handler(() => searches.saved()),
  save: os.search.save.handler(({ input }) => searches.save(input)),
  removeSaved: os.search.removeSaved.handler(({ input }) => searches.removeSaved(input.id)),
  recent: os.search.recent.handler(() => searches.recent()),
  remember: os.search.remember.handler(({ input }) => searches.remember(input.text)),
  forgetRecent: os.search.forgetRecent.handler(() => searches.forgetRecent()),
})

const importsRouter = (os: Implementer, { imports }: Services) => os.imports.router({
  start: os.imports.start.handler(({ input }) => imports.start(input.paths, input.type)),
  report: os.imports.report.handler(({ input }) => imports.report(input.jobId, input.offset, input.limit)),
})

const linksRouter = (os: Implementer, { links }: Services) => os.links.router({
  check: os.links.check.handler(() => links.check()),
  broken: os.links.broken.handler(() => links.broken()),
  summary: os.links.summary.handler(() => links.summary()),
  mend: os.links.mend.handler(({ input }) => links.mend(input.mends)),
})

const attachmentsRouter = (os: Implementer, { attachments, workingCopies }: Services) => os.attachments.router({
  add: os.attachments.add.handler(({ input }) => attachments.add(input.path, input.name)),
  change: os.attachments.change.handler(async ({ input }) => savedOf(await attachments.change(input.id, input.base, input.sha256, input.change))),
  text: os.attachments.text.handler(({ input }) => attachments.text(input.sha256, input.name)),
  checkOut: os.attachments.checkOut.handler(({ input }) => workingCopies.checkOut(input.id, input.sha256)),
  copies: os.attachments.copies.handler(({ input }) => workingCopies.list(input.id)),
  takeBack: os.attachments.takeBack.handler(async ({ input }) => savedOf(await workingCopies.takeBack(input.id, input.copyId, input.base))),
  discardCopy: os.attachments.discardCopy.handler(({ input }) => workingCopies.discard(input.id, input.copyId)),
})

const trashRouter = (os: Implementer, { trash }: Services) => os.trash.router({
  list: os.trash.list.handler(({ input }) => trash.list(input.text, input.offset, input.limit)),
  restore: os.trash.restore.handler(({ input }) => trash.restore(input.ids)),
  remove: os.trash.remove.handler(({ input }) => trash.remove(input.ids)),
  empty: os.trash.empty.handler(() => trash.empty()),
  copies: os.trash.copies.handler(({ input }) => trash.copies(input.ids)),
  emptied: os.trash.emptied.handler(({ input }) => trash.emptied(input.jobId)),
})

const operationsRouter = (os: Implementer, { operations }: Services) => os.operations.router({
  list: os.operations.list.handler(({ input }) => operations.list(input.offset, input.limit)),
  undo: os.operations.undo.handler(({ input }) => operations.undo(input.id)),
})

const viewsRouter = (os: Implementer, { views }: Services) => os.views.router({
  list: os.views.list.handler(() => views.list()),
  save: os.views.save.handler(({ input }) => views.save(input)),
  remove: os.views.remove.handler(({ input }) => views.remove(input.id)),
})

const vocabulariesRouter = (os: Implementer, { vocabularies }: Services) => os.vocabularies.router({
  list: os.vocabularies.list.handler(({ input }) => vocabularies.list(input.kind)),
  add: os.vocabularies.add.handler(({ input }) => vocabularies.add(input.kind, input.names, input.parent)),
  move: os.vocabularies.move.handler(({ input: { kind, name, ...to } }) => vocabularies.move(kind, name, to)),
  describe: os.vocabularies.describe.handler(({ input }) => vocabularies.describe(input)),
  rename: os.vocabularies.rename.handler(({ input }) => vocabularies.rename(input.kind, input.name, input.into)),
  merge: os.vocabularies.merge.handler(({ input }) => vocabularies.merge(input.kind, input.names, input.into)),
  elsewhere: os.vocabularies.elsewhere.handler(({ input }) => vocabularies.elsewhere(input.kind, input.names)),
  remove: os.vocabularies.remove.handler(({ input }) => vocabularies.remove(input.kind, input.names, input.fromRecords)),
})

const templatesRouter = (os: Implementer, { templates }: Services) => os.templates.router({
  list: os.templates.list.handler(() => templates.list()),
  get: os.templates.get.handler(({ input }) => templates.get(input.id)),
  save: os.templates.save.handler(({ input }) => templates.save(input)),
  rename: os.templates.rename.handler(({ input }) => templates.rename(input.id, input.name, input.unit)),
  setDefault: os.templates.setDefault.handler(({ input }) => templates.setDefault(input.id, input.isDefault)),
  remove: os.templates.remove.handler(({ input }) => templates.remove(input.id)),
  putBack: os.templates.putBack.handler(({ input }) => templates.putBack(input.template, input.over)),
})

const jobsRouter = (os: Implementer, { jobs }: Services) => os.jobs.router({
  list: os.jobs.list.handler(() => jobs.list()),
  get: os.jobs.get.handler(({ input }) => jobs.get(input.id)),
  cancel: os.jobs.cancel.handler(({ input }) => jobs.cancel(input.id)),
})

/** `opened` resolves once the library of the last run is open again, or can't be. */
export const createRouter = (services: Services, log: Log, opened: Promise<void>) => {
  const os = implementer(log, opened)
  return os.router({
    app: appRouter(os, services),
    library: libraryRouter(os, services),
    records: recordsRouter(os, services),
    comments: commentsRouter(os, services),
    filled: filledRouter(os, services),
    search: searchRouter(os, services),
    links: linksRouter(os, services),
    imports: importsRouter(os, services),
    jobs: jobsRouter(os, services),
    products: productsRouter(os, services),
    adoptions: adoptionsRouter(os, services),
    statistics: statisticsRouter(os, services),
    packages: packagesRouter(os, services),
    masking: maskingRouter(os, services),
    keys: keysRouter(os, services),
    trash: trashRouter(os, services),
    operations: operationsRouter(os, services),
    backups: backupsRouter(os, services),
    views: viewsRouter(os, services),
    vocabularies: vocabulariesRouter(os, services),
    templates: templatesRouter(os, services),
    documents: documentsRouter(os, services),
    meetings: meetingsRouter(os, services),
    attachments: attachmentsRouter(os, services),
    usage: os.usage.router({
      of: os.usage.of.handler(({ input }) => services.usage.of(input.id)),
      note: os.usage.note.handler(({ input }) => services.usage.note(input.id, input.kind)),
      mark: os.usage.mark.handler(({ input: { id, ...mark } }) => services.usage.mark(id, mark)),
      list: os.usage.list.handler(({ input }) => services.usage.list(input.by, input.limit)),
    }),
    workbench: os.workbench.router({
      tasks: os.workbench.tasks.handler(() => services.workbench.tasks()),
      latest: os.workbench.latest.handler(({ input }) => services.workbench.latest(input.limit)),
    }),
    events: os.events.router({
      watch: os.events.watch.handler(({ signal }) => services.changes.watch(signal)),
    }),
  })
}

export type CoreRouter = ReturnType<typeof createRouter>
