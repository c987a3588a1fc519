/** The `liangfang` command: what it understands, and the language it answers in. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { resultTypes, SearchSort, type ResultType } from '#shared/contract/search'
import { figures, type Figure } from '#shared/contract/statistics'
import { Language } from '#shared/model/language'
import { LibraryType } from '#shared/model/recordTypes'
import { version } from '../../package.json'
import { backup, restore, verifyBackup, type BackupOptions } from './backups'
import { openCliCore, type CliCore } from './cliCore'
import { importFiles, init, show, type InitOptions } from './commands'
import type { CommandContext } from './context'
import { exportRecords, type ExportOptions } from './documents'
import { exportForms, exportParts } from './exportChecks'
import { keyActions, keysCommand, type KeyAction, type KeysOptions } from './keys'
import { keysTexts } from './keysTexts.data'
import { reportFailure } from './output'
import { look, pack, take, type PackOptions, type TakeOptions } from './packages'
import { repairLibrary, type RepairOptions } from './repair'
import { search } from './search'
import { answerOf, settle, type SettleOptions } from './settle'
import { tellFigure } from './stats'
import { cliTexts } from './texts.data'
import { verifyLibrary, verifyPackage } from './verify'

interface GlobalOptions { library?: string; json?: boolean; lang?: Language }

/** The language asked for, else that of the system; help is printed before any settings are read. */
const systemLanguage = (): Language => {
  const asked = Language.safeParse(process.argv[process.argv.indexOf('--lang') + 1])
  if (asked.success) return asked.data
  return /^(en|C|POSIX)/.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? 'zh') ? 'en' : 'zh-CN'
}

const language = systemLanguage()
const texts = cliTexts[language]
const program = new Command('liangfang').description(texts.about).version(version)

const run = async (options: GlobalOptions, work: (context: CommandContext) => Promise<number>): Promise<void> => {
  const json = options.json ?? false
  let core: CliCore | undefined
  try {
    core = await openCliCore(version)
    process.exitCode = await work({ core, language, json, library: options.library })
  } catch (error) {
    process.exitCode = reportFailure(error, language, json)
  } finally {
    await core?.close()
  }
}

const command = (name: string, about: string): Command =>
  program.command(name).description(about).option('--json', texts.json).addOption(new Option('--lang <language>', texts.language).choices(Language.options))

const onLibrary = (name: string, about: string): Command => command(name, about).option('-l, --library <folder>', texts.library)

const someText = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('')
  return text
}

const someTexts = (text: string, before: string[] | undefined): string[] => [...(before ?? []), someText(text)]

const positive = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('1, 2, 3 …')
  return number
}

interface SearchOptions { limit: number; type?: ResultType[]; sort: SearchSort; literally?: boolean }

command('init', texts.init.about)
  .argument('<folder>', texts.init.folder, someText)
  .option('--name <name>', texts.init.name)
  .option('--unit <unit>', texts.init.unit)
  .option('--unit-code <code>', texts.init.unitCode)
  .action(async (folder: string, options: GlobalOptions & InitOptions) => run(options, async (context) => init(context, folder, options)))

command('settle', texts.settle.about)
  .argument('<library>', texts.settle.library, someText)
  .addOption(new Option('--moved', texts.settle.moved).conflicts(['copy', 'name', 'unitCode']))
  .option('--copy', texts.settle.copy)
  .option('--name <name>', texts.settle.name, someText)
  .option('--unit-code <code>', texts.settle.unitCode, someText)
  .action(async (library: string, options: GlobalOptions & SettleOptions, asked: Command) => {
    const answer = answerOf(options) ?? asked.error(texts.settle.usage)
    await run({ ...options, library }, async (context) => settle(context, answer))
  })

onLibrary('import', texts.import.about)
  .argument('<paths...>', texts.import.paths, someTexts)
  .addOption(new Option('--type <type>', texts.import.type).choices(LibraryType.options).default('case'))
  .action(async (paths: string[], options: GlobalOptions & { type: LibraryType }) => run(options, async (context) => importFiles(context, paths, options.type)))

onLibrary('search', texts.search.about)
  .argument('<words...>', texts.search.words)
  .option('--limit <count>', texts.search.limit, positive, 20)
  .addOption(new Option('--type <types...>', texts.search.type).choices(resultTypes))
  .addOption(new Option('--sort <order>', texts.search.sort).choices(SearchSort.options).default('relevance'))
  .option('--literally', texts.search.literally)
  .action(async (words: string[], { limit, type, sort, literally = false, ...options }: GlobalOptions & SearchOptions) =>
    run(options, async (context) => search(context, {
      text: words.join(' '), limit: Math.min(limit, 200), sort, literally, ...(type && { filters: { type } }),
    })))

onLibrary('show', texts.show.about)
  .argument('<record>', texts.show.record)
  .action(async (record: string, options: GlobalOptions) => run(options, async (context) => show(context, record)))

onLibrary('export', texts.export.about)
  .argument('[records...]', texts.export.records, someTexts)
  .addOption(new Option('--form <form>', texts.export.form).choices(exportForms).default('word'))
  .option('--preset <preset>', texts.export.preset, someText)
  .addOption(new Option('--part <part>', texts.export.part).choices(exportParts))
  .option('--draft', texts.export.draft)
  .option('-o, --out <path>', texts.export.out, someText)
  .option('--force', texts.force)
  .option('--allow-restricted', texts.export.allowRestricted)
  .action(async (records: string[], options: GlobalOptions & ExportOptions) => run(options, async (context) => exportRecords(context, records, options)))

onLibrary('stats', texts.stats.about)
  .addArgument(new Argument('<figure>', texts.stats.figure).choices(figures))
  .argument('[file]', texts.stats.file, someText)
  .option('--force', texts.force)
  .action(async (figure: Figure, file: string | undefined, options: GlobalOptions & { force?: boolean }) =>
    run(options, async (context) => tellFigure(context, figure, file, options.force ?? false)))

onLibrary('pack', texts.pack.about)
  .argument('<records...>', texts.pack.records, someTexts)
  .requiredOption('-o, --out <file>', texts.pack.out, someText)
  .option('--title <title>', texts.pack.title, someText)
  .option('--recipient <unit>', texts.pack.recipient, someText)
  .option('--purpose <text>', texts.pack.purpose, someText)
  .option('--licence <text>', texts.pack.licence, someText)
  .option('--since <package>', texts.pack.since, someText)
  .option('--largest <megabytes>', texts.pack.largest, someText)
  .option('--accept-missing', texts.pack.acceptMissing)
  .option('--sign', keysTexts[language].sign)
  .addOption(new Option('--passphrase-file <file>', keysTexts[language].passphraseFile).conflicts('to'))
  .option('--to <units...>', keysTexts[language].to)
  .option('--force', texts.force)
  .action(async (records: string[], options: GlobalOptions & PackOptions) => run(options, async (context) => pack(context, records, options)))

onLibrary('open', texts.open.about)
  .argument('<file>', texts.open.file, someText)
  .option('--take', texts.open.take)
  .option('--passphrase-file <file>', keysTexts[language].openPassphrase, someText)
  .option('--accept', keysTexts[language].accept)
  .addOption(new Option('--theirs', texts.open.theirs).conflicts('keep'))
  .addOption(new Option('--keep', texts.open.keep))
  .action(async (file: string, options: GlobalOptions & TakeOptions & { take?: boolean }) => run(options, async (context) => (options.take ? take : look)(context, file, options)))

onLibrary('keys', keysTexts[language].about)
  .addArgument(new Argument('<action>', keysTexts[language].action).choices(keyActions))
  .argument('[file]', keysTexts[language].file, someText)
  .option('--passphrase-file <file>', keysTexts[language].passphraseFile, someText)
  .option('--unit <unit>', keysTexts[language].unit, someText)
  .option('--fingerprint <digits>', keysTexts[language].fingerprint, someText)
  .option('--note <note>', keysTexts[language].note)
  .option('--reason <reason>', keysTexts[language].reason, someText)
  .option('--force', texts.force)
  .action(async (action: KeyAction, file: string | undefined, options: GlobalOptions & KeysOptions) => run(options, async (context) => keysCommand(context, action, file, options)))

onLibrary('verify', texts.verify.about)
  .argument('[file]', texts.verify.file, someText)
  .action(async (file: string | undefined, options: GlobalOptions) =>
    run(options, async (context) => (file === undefined ? verifyLibrary(context) : verifyPackage(context, file))))

onLibrary('repair', texts.repair.about)
  .addOption(new Option('--accept-edits', texts.repair.acceptEdits).conflicts('restore'))
  .addOption(new Option('--restore', texts.repair.restore))
  .action(async (options: GlobalOptions & RepairOptions) => run(options, async (context) => repairLibrary(context, options)))

onLibrary('backup', texts.backup.about)
  .argument('[folder]', texts.backup.folder, someText)
  .option('--allow-restricted', texts.backup.allowRestricted)
  .option('--verify', texts.backup.verify)
  .action(async (folder: string | undefined, options: GlobalOptions & BackupOptions) =>
    run(options, async (context) => (options.verify ? verifyBackup(context, folder) : backup(context, folder, options))))

command('restore', texts.restore.about)
  .argument('<backup>', texts.restore.backup, someText)
  .argument('<target>', texts.restore.target, someText)
  .option('--run <name>', texts.restore.run, someText)
  .action(async (from: string, target: string, options: GlobalOptions & { run?: string }) => run(options, async (context) => restore(context, from, target, options.run)))

await program.parseAsync()
