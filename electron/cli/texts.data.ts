/** What the command line says in each language. */
import type { ProblemKind, RepairAction } from '#shared/contract/library'
import type { RecordStanding } from '#shared/contract/packageMerge'
import type { QueryProblem } from '#shared/contract/search'
import type { Language } from '#shared/model/language'
import type { PackageReason } from '#shared/model/package'
import type { RecordType } from '#shared/model/recordTypes'

/** Why something is not exported as it was asked for. */
interface ExportProblems { wrongEnding: string; notAFile: string; partOfOne: string; partOfForm: string; partOfType: string; oneType: string }

export interface CliTexts {
  about: string
  library: string
  json: string
  language: string
  /** Of any job. */
  progress: string
  force: string
  init: { about: string; folder: string; name: string; unit: string; unitCode: string; done: string }
  settle: {
    about: string; library: string; moved: string; copy: string; name: string; unitCode: string; usage: string; nameOffered: string
    movedDone: string; copyDone: string
    /** What to do about a library that may not be written before it is settled. */
    next: string
  }
  import: { about: string; paths: string; type: string; done: string; imported: string; skipped: string; failed: string; cancelled: string }
  search: {
    about: string; words: string; limit: string; type: string; sort: string; literally: string; none: string; total: string
    building: string; file: string; page: string; corrected: string; some: string; filesToRead: string
    problem: string; problems: Record<QueryProblem['kind'], string>
  }
  show: { about: string; record: string }
  export: { about: string; records: string; form: string; preset: string; part: string; draft: string; out: string; allowRestricted: string; noRecords: string; done: string; types: Readonly<Record<RecordType, string>> } & ExportProblems
  stats: { about: string; figure: string; file: string }
  pack: {
    about: string; records: string; out: string; title: string; acceptMissing: string; severalTitle: string
    recipient: string; purpose: string; licence: string; since: string; largest: string; unchanged: string
    parts: string; missing: string; restricted: string; done: string; cancelled: string
    reasons: Record<PackageReason['why'], string>
  }
  open: {
    about: string; file: string; take: string; theirs: string; keep: string; by: string; counts: string; missing: string; numberTaken: string
    standings: Record<RecordStanding, string>
    next: string; taken: string; cancelled: string
  }
  verify: { about: string; file: string; library: string; package: string; sound: string; problems: string; unused: string; cancelled: string; kinds: Record<ProblemKind, string>; next: string }
  repair: {
    about: string; acceptEdits: string; restore: string; actions: Record<RepairAction, string>
    failed: string; left: string; done: string; aside: string; cancelled: string
  }
  backup: {
    about: string; folder: string; allowRestricted: string; verify: string; done: string; leftOut: string; restricted: string
    problem: string; sound: string; problems: string; cancelled: string
  }
  restore: { about: string; backup: string; target: string; run: string; done: string }
}

export const cliTexts: Readonly<Record<Language, CliTexts>> = {
  'zh-CN': {
    about: '良方：离线的班组知识库。',
    library: '资料库所在的文件夹（默认：当前所在的资料库，否则最近打开的）',
    json: '以 JSON 输出',
    language: '提示语言：zh-CN 或 en',
    progress: '{done}/{total}　{current}',
    force: '文件已存在时覆盖它',
    init: {
      about: '在空文件夹里新建资料库', folder: '文件夹', name: '资料库名称（默认：文件夹名）', unit: '所属单位',
      unitCode: '单位代码，编号以它开头，1 到 12 个大写字母或数字', done: '已新建资料库“{name}”：{path}',
    },
    settle: {
      about: '同一个资料库在另一个文件夹里也有时，说明这里的是移过来的还是副本；说明之前不能写入', library: '资料库所在的文件夹',
      moved: '是移过来的：以后只用这里的，另一个文件夹不再记住，其中的文件不动', copy: '是副本：成为独立的资料库，须给出 --unit-code',
      name: '副本的名称（默认：原名加“（副本）”）', unitCode: '副本的单位代码，1 到 12 个大写字母或数字；与另一个不同，新编号才不会重复',
      usage: '请说明是哪一种：--moved，或 --copy 连同 --unit-code', nameOffered: '{name}（副本）',
      movedDone: '以后用这里的“{name}”：{path}', copyDone: '已成为独立的资料库“{name}”，单位代码 {unitCode}：{path}',
      next: '是移过来的：liangfang settle {path} --moved\n是副本：liangfang settle {path} --copy --unit-code <单位代码>',
    },
    import: {
      about: '导入 Word 文件（.docx）和 Markdown 文件（.md），文件夹连同其下全部文件', paths: '文件或文件夹', type: '导入为：case 案例、experience 经验、tool 工具',
      done: '导入 {imported} 个，跳过 {skipped} 个，未导入 {failed} 个',
      imported: '已导入', skipped: '跳过（已经导入过）', failed: '未导入', cancelled: '已取消，已导入的保留',
    },
    search: {
      about: '搜索：案例、经验、工具、产品和附件，可用 标签: 单位: 阶段: "短语" -不含 OR', words: '要找的词', limit: '最多几条', type: '只找这些类型',
      sort: '排序：relevance 相关，date 日期，uses 引用次数', literally: '只查原词，不找读音或拼写相近的', none: '没有找到“{text}”', total: '共 {total} 条，显示 {shown} 条',
      building: '正在建立索引 {done}/{total}', file: '附件：{name}', page: '第 {page} 页', filesToRead: '还有 {count} 个附件的文字没有读过，这些附件只能按文件名查到。',
      corrected: '没有“{typed}”，已按“{meant}”查找。', some: '没有同时含有全部词语的，以下含有其中一部分。',
      problem: '“{piece}”：{why}',
      problems: {
        unclosedQuote: '引号没有成对，已按普通词语查找', emptyPhrase: '引号里没有文字，已略过', emptyField: '冒号后面没有内容，已略过',
        unknownField: '没有这个条件，是不是“{suggestion}”？已按普通词语查找', badDate: '不是日期，已略过；例：2026、2026-03、2026-03-18',
        nothingBeforeOr: 'OR 前面没有词语，已略过', nothingAfterOr: 'OR 后面没有词语，已略过', tooLong: '太长，后面的没有查找',
      },
    },
    show: { about: '显示一个条目', record: '编号或 id' },
    export: {
      about: '把条目导出为 Word、幻灯片、单个网页、Excel 列表或 Markdown 文件夹', records: '编号或 id，一个或多个；不给而导出 Markdown 时是整个资料库；最后可跟要写出的文件',
      form: '形式：word、slides 幻灯片、web 单个网页、markdown 文件夹、excel 列表', preset: 'Word 的样式：official 公文、workInstruction 作业指导书、plain 普通，或自存样式的名称',
      part: '产品：workPackage 标准作业包、checklist 检查表、poster 挂图；交流会：handbook 会议手册、signIn 签到表、feedbackForm 反馈表', draft: '产品：用现在写的，不用现行版次', out: '要写出的文件，Markdown 为空文件夹或新文件夹（默认：当前文件夹里的“编号 标题”）',
      noRecords: '请给出要导出的条目的编号或 id', allowRestricted: '受控条目也导出，并记入往来记录', done: '已导出：{path}',
      wrongEnding: '{form} 写成 {ending} 文件，“{path}”不是；PDF 请在程序里导出', notAFile: 'Markdown 写成一个文件夹，“{path}”是文件的名字',
      partOfOne: '--part {part} 是一个条目的，这里给了 {count} 个', partOfForm: '--part {part} 不能写成 {form}，可以写成：{forms}', partOfType: '--part {part} 是{type}的：{title}（{number}）是{own}',
      oneType: 'Excel 列表里只有同一种条目：{first}是{firstType}，{other}是{otherType}', types: { case: '案例', experience: '经验', tool: '工具', product: '产品', adoption: '推广记录', meeting: '交流会', activity: '交流活动', benchmark: '标杆', assessment: '评价' },
    },
    stats: {
      about: '把一项统计导出为 Excel 文件（加 --json 而不给文件时直接打印）',
      figure: '统计：coverage 推广覆盖、replication 首次复制用时、benefits 推广效益、conversion 转化为产品、citations 引用与复用、overdue 逾期事项',
      file: '文件（默认：当前文件夹里的“统计名.xlsx”）',
    },
    pack: {
      about: '把条目连同它们引用的修订、版次和附件做成一个资料包', records: '编号或 id', out: '要写出的 .lfpkg 文件', title: '资料包的名称（默认：第一个条目的标题）',
      acceptMissing: '资料库里缺少的部分只在包里注明，照样制作', severalTitle: '{title} 等 {count} 个条目',
      recipient: '发给哪个单位', purpose: '用途', licence: '使用约定', since: '只装这个已发出的资料包（id）之后有变化的', largest: '只装不超过这么多 MB 的附件',
      unchanged: '对方已有、没有变化的不再装入：{records} 条，附件 {attachments} 个',
      parts: '另有 {editions} 个版次、{attachments} 个附件（{size}）', missing: '资料库里缺少：{name}', restricted: '受控，要签名并加密：{title}',
      done: '已制作资料包：{path}（{size}）\nSHA-256 {sha256}', cancelled: '已取消，没有写出文件',
      reasons: { chosen: '选定', source: '“{of}”的来源', cited: '被“{of}”引用', presented: '在“{of}”上交流' },
    },
    open: {
      about: '查看资料包里有什么，与资料库比较', file: '.lfpkg 文件', take: '接收：新的放进资料库，较新的更新，可合并的合并，冲突的保持原样',
      theirs: '冲突的条目采用资料包里的', keep: '本库改过的条目一律保持原样，可合并的也不合并',
      by: '{title}　{library}　{by}　{at}', counts: '新增 {new}，较新 {newer}，可合并 {mergeable}，冲突 {conflict}，相同 {same}，较旧 {older}；新版次 {newEditions}，新附件 {newAttachments}',
      missing: '制作时缺少：{name}', numberTaken: '    编号在这里属于“{title}”',
      standings: { new: '新增', newer: '较新', mergeable: '可合并', conflict: '冲突', same: '相同', older: '较旧' },
      next: '没有改动资料库。要接收，请加上 --take', taken: '已接收：新增 {added} 个，更新 {updated} 个，合并 {merged} 个，相同或较旧 {same} 个，保持原样 {kept} 个', cancelled: '已取消，资料库没有改动',
    },
    verify: {
      about: '校验资料包（给出文件时）或整个资料库', file: '.lfpkg 文件（默认：校验资料库）',
      library: '校验了 {records} 个条目、{revisions} 个较早的修订、{editions} 个版次、{attachments} 个附件', package: '资料包完好，共 {parts} 个条目修订和版次：{path}',
      sound: '没有发现问题', problems: '发现 {count} 个问题', unused: '另有 {count} 个附件没有条目使用（{size}），可在“资料库检查”里清理', cancelled: '已取消，没有校验完',
      next: '可以修复的，用 liangfang repair 修复',
      kinds: {
        library: '资料库说明（library.json）读不出来', libraryCopy: '资料库说明的副本读不出来', libraryConflict: '资料库说明的冲突副本',
        head: '条目读不出来', headMissing: '条目的文件不见了，历史还在', edited: '条目与它的校验值不符：被别的程序改过，或已损坏',
        revision: '较早的修订损坏', revisionMissing: '较早的修订不见了', edition: '版次损坏', editionMissing: '版次不见了', reference: '引用的修订不在本库',
        attachment: '附件损坏', attachmentMissing: '附件不见了', trash: '回收站里的条目读不出来', comments: '批注读不出来', template: '模板读不出来', copy: '填写件读不出来', exchange: '往来记录读不出来', operation: '撤销记录读不出来',
        journal: '没有做完的写入无法完成', foreignJournal: '另一台设备没有做完的写入，保持原样', conflictCopy: '冲突副本', branch: '条目另有一支修订，内容不同，已存入历史', bothKept: '模板或填写件在两台设备上各有修改，两份都保留了',
        stray: '不属于资料库的文件', leftover: '写入中断留下的临时文件', folder: '文件夹读不出来',
      },
    },
    repair: {
      about: '校验资料库，把能恢复的恢复；换下来的文件移到 set-aside，不删除',
      acceptEdits: '与校验值不符的条目，接受为别的程序所作的修改', restore: '与校验值不符的条目，恢复最近完好的修订',
      actions: {
        restoreCopy: '已放回副本', restoreRevision: '已恢复最近完好的修订', acceptEdit: '已接受为修改', absorb: '已收入', setAside: '已移到一边',
        fromBackup: '已从备份恢复', remove: '已移除', nothing: '没有改动',
      },
      failed: '没有修好', left: '还有 {count} 个问题没有处理：', done: '处理了 {count} 个问题', aside: '换下来的文件在 {path}', cancelled: '已取消，做完的保留',
    },
    backup: {
      about: '备份资料库：只写入新增和改动的文件，写完逐字节核对', folder: '备份到哪个文件夹（默认：在设置里选定的）',
      allowRestricted: '受控条目也备份，并记入往来记录', verify: '不备份，校验最近一次备份（可用 folder 指明在哪里）',
      done: '备份完成，已核对：{path}\n共 {files} 个文件，这次写入 {added} 个（{size}）', leftOut: '没有读出，备份里是以前的或没有：{path}（{reason}）',
      restricted: '资料库里有受控条目。确认连同它们一起备份，请加上 --allow-restricted',
      problem: '{path}　{part}（{reason}）', sound: '备份完好，{files} 个文件都与备份时相同：{path}',
      problems: '发现 {count} 个文件损坏或缺失，下次备份时会重新写入：{path}', cancelled: '已取消',
    },
    restore: {
      about: '把备份恢复成一个完整的资料库', backup: '备份所在的文件夹', target: '恢复到哪个文件夹，须是空的或还不存在', run: '用哪一次备份（默认：最近一次）',
      done: '已把“{name}”在 {run} 的备份恢复到：{path}（{files} 个文件）',
    },
  },
  en: {
    about: 'Liangfang: an offline knowledge base for front-line teams.',
    library: 'folder of the library (default: the one you are in, else the one opened last)',
    json: 'print JSON',
    language: 'language of messages: zh-CN or en',
    progress: '{done}/{total}  {current}',
    force: 'overwrite the file if there is one',
    init: {
      about: 'make a new library in an empty folder', folder: 'folder', name: 'name of the library (default: that of the folder)', unit: 'owner unit',
      unitCode: 'unit code that numbers begin with, 1 to 12 capital letters or digits', done: 'Made library “{name}”: {path}',
    },
    settle: {
      about: 'say of a library that lies in another folder too whether it was moved or is a copy; nothing is written to it before', library: 'folder of the library',
      moved: 'it was moved: only this one is used from now on; the other folder is forgotten, its files stay', copy: 'it is a copy: it becomes a library of its own; needs --unit-code',
      name: 'name of the copy (default: as before, with “(copy)”)', unitCode: 'unit code of the copy, 1 to 12 capital letters or digits; with another than before the two never give the same number',
      usage: 'error: say which it is: --moved, or --copy with --unit-code', nameOffered: '{name} (copy)',
      movedDone: 'Used from now on: “{name}”, {path}', copyDone: 'A library of its own now: “{name}”, unit code {unitCode}, {path}',
      next: 'If it was moved: liangfang settle {path} --moved\nIf it is a copy: liangfang settle {path} --copy --unit-code <code>',
    },
    import: {
      about: 'import Word files (.docx), folders with all files below them', paths: 'files or folders', type: 'import as: case, experience, tool',
      done: '{imported} imported, {skipped} skipped, {failed} not imported',
      imported: 'imported', skipped: 'skipped (imported before)', failed: 'not imported', cancelled: 'Cancelled; what was imported stays',
    },
    search: {
      about: 'search cases, experiences, tools, products and attached files; tag: unit: stage: "phrase" -without OR can be used', words: 'words to find',
      limit: 'at most this many', type: 'only these types', sort: 'order: relevance, date or uses (records that refer to it)',
      literally: 'only what was typed, nothing that sounds or is spelt alike', none: 'Nothing found for “{text}”', total: '{total} found, {shown} shown',
      building: 'Indexing {done}/{total}', file: 'in {name}', page: 'page {page}', filesToRead: 'Attached files whose text is still to be read, found by their names alone so far: {count}.',
      corrected: 'There is no “{typed}”; searched for “{meant}”.', some: 'Nothing holds all of the words; these hold some of them.',
      problem: '“{piece}”: {why}',
      problems: {
        unclosedQuote: 'the quotation mark is not closed, searched as words', emptyPhrase: 'nothing between the quotation marks, left out',
        emptyField: 'nothing after the colon, left out', unknownField: 'no such field, perhaps “{suggestion}”; searched as words',
        badDate: 'no date, left out; for example 2026, 2026-03 or 2026-03-18', nothingBeforeOr: 'nothing stands before OR, left out',
        nothingAfterOr: 'nothing stands after OR, left out', tooLong: 'too long, the rest was not searched',
      },
    },
    show: { about: 'show one record', record: 'number or id' },
    export: {
      about: 'write records as Word, slides, one web page, an Excel list or a folder of Markdown', records: 'numbers or ids; Markdown without any is the whole library; a file to write to may follow',
      form: 'word, slides, web (one page), markdown (a folder) or excel (a list)', preset: 'the look of a Word file: official, workInstruction, plain, or the name of one of your own',
      part: 'of a product: workPackage, checklist, poster; of a meeting: handbook, signIn, feedbackForm', draft: 'of a product: as it is written now, not the edition in force', out: 'the file to write, for Markdown an empty or new folder (default: “number title” in the current folder)',
      noRecords: 'Name the records to export, by number or id', allowRestricted: 'export a restricted record too, and log it', done: 'Exported: {path}',
      wrongEnding: '{form} is written as a {ending} file, which “{path}” is not; PDF files are made in the app', notAFile: 'Markdown is written as a folder; “{path}” is the name of a file',
      partOfOne: '--part {part} is one of a single record, {count} were given', partOfForm: '--part {part} is not written as {form}, but as {forms}', partOfType: '--part {part} is one of a {type}; “{title}” ({number}) is a record of another type: {own}',
      oneType: 'A list in Excel is of records of one type: {first} is of the type {firstType}, {other} of the type {otherType}', types: { case: 'case', experience: 'experience', tool: 'tool', product: 'product', adoption: 'adoption record', meeting: 'meeting', activity: 'exchange activity', benchmark: 'benchmark', assessment: 'assessment' },
    },
    stats: {
      about: 'write a figure as an Excel file, or print it with --json and no file', figure: 'the figure', file: 'file (default: “figure.xlsx” in the current folder)',
    },
    pack: {
      about: 'make a package of records with the revisions, editions and attachments that they refer to', records: 'numbers or ids', out: '.lfpkg file to write',
      title: 'title of the package (default: that of the first record)', acceptMissing: 'make it although parts are missing in the library, and say so in the package',
      recipient: 'the unit that it is for', purpose: 'what it is for', licence: 'terms of its use', since: 'only what changed since this package that was sent (id)', largest: 'attachments of up to so many MB only',
      unchanged: 'They have it and it did not change, so it stays out: {records} records, {attachments} attachments',
      severalTitle: '{title} and others, {count} records',
      parts: 'editions: {editions}, attachments: {attachments} ({size})', missing: 'Missing in the library: {name}', restricted: 'Restricted, must be signed and encrypted: {title}',
      done: 'Made package: {path} ({size})\nSHA-256 {sha256}', cancelled: 'Cancelled; no file was written',
      reasons: { chosen: 'chosen', source: 'a source of “{of}”', cited: 'cited by “{of}”', presented: 'presented at “{of}”' },
    },
    open: {
      about: 'look into a package and compare it with the library', file: '.lfpkg file', take: 'take it in: new records are added, newer ones updated, mergeable ones merged, conflicts stay as they are here',
      theirs: 'take the package’s record where there is a conflict', keep: 'leave every record that was changed here as it is, also where it could be merged',
      by: '{title}  {library}  {by}  {at}', counts: '{new} new, {newer} newer, {mergeable} mergeable, {conflict} in conflict, {same} the same, {older} older; new editions: {newEditions}, new attachments: {newAttachments}',
      missing: 'Missing when it was made: {name}', numberTaken: '    its number belongs to “{title}” here',
      standings: { new: 'new', newer: 'newer', mergeable: 'mergeable', conflict: 'conflict', same: 'same', older: 'older' },
      next: 'The library was not changed. Add --take to take the package in', taken: '{added} added, {updated} updated, {merged} merged, {same} the same or older, {kept} left as they are here', cancelled: 'Cancelled; the library was not changed',
    },
    verify: {
      about: 'verify a package, if a file is given, or the whole library', file: '.lfpkg file (default: the library)',
      library: 'Verified records: {records}, earlier revisions: {revisions}, editions: {editions}, attachments: {attachments}',
      package: 'The package is whole, revisions and editions: {parts}, {path}',
      sound: 'No problems found', problems: 'Problems found: {count}', unused: 'Attachments that no record uses: {count} ({size}); the library check in the app can remove them', cancelled: 'Cancelled before all was verified',
      next: 'What can be repaired is repaired by: liangfang repair',
      kinds: {
        library: 'library.json can’t be read', libraryCopy: 'the copy of library.json can’t be read', libraryConflict: 'a conflict copy of library.json',
        head: 'the record can’t be read', headMissing: 'the record’s file is gone, its history is here', edited: 'the record does not have its hash: edited by another program, or damaged',
        revision: 'an earlier revision is damaged', revisionMissing: 'an earlier revision is gone', edition: 'an edition is damaged', editionMissing: 'an edition is gone', reference: 'a cited revision is not in this library',
        attachment: 'an attachment is damaged', attachmentMissing: 'an attachment is gone', trash: 'a record in the trash can’t be read', comments: 'the comments on a record can’t be read', template: 'a template can’t be read', copy: 'a filled copy can’t be read', exchange: 'an entry of the ledger can’t be read', operation: 'an undo entry can’t be read',
        journal: 'a transaction can’t be finished', foreignJournal: 'a transaction of another device, left as it is', conflictCopy: 'a conflict copy', branch: 'another revision of the record differs; it lies in its history', bothKept: 'a template or filled copy was changed on two devices; both are kept',
        stray: 'a file that does not belong to the library', leftover: 'a temporary file of a write that broke off', folder: 'a folder can’t be read',
      },
    },
    repair: {
      about: 'verify the library and restore what can be; what is replaced moves to set-aside, nothing is deleted',
      acceptEdits: 'take records that do not have their hash for edits by another program', restore: 'put the last good revision of records that do not have their hash back',
      actions: {
        restoreCopy: 'copy put back', restoreRevision: 'last good revision put back', acceptEdit: 'taken for an edit', absorb: 'taken in', setAside: 'set aside',
        fromBackup: 'brought back from the backup', remove: 'removed', nothing: 'left as it is',
      },
      failed: 'not repaired', left: 'Problems left: {count}', done: 'Problems seen to: {count}', aside: 'What was replaced lies in {path}', cancelled: 'Cancelled; what was done stays',
    },
    backup: {
      about: 'back the library up: only what is new or changed is written, and read back', folder: 'folder to back up to (default: the one chosen in the settings)',
      allowRestricted: 'back restricted records up too, and log it', verify: 'verify the latest backup instead, in the folder if one is given',
      done: 'Backed up and verified: {path}\nFiles: {files}, written this time: {added} ({size})', leftOut: 'Could not be read, an earlier copy or none is in the backup: {path} ({reason})',
      restricted: 'There are restricted records in the library. To back them up too, add --allow-restricted',
      problem: '{path}  {part} ({reason})', sound: 'The backup is whole, files: {files}, {path}',
      problems: 'Files that are damaged or missing, to be written again by the next backup: {count}, {path}', cancelled: 'Cancelled',
    },
    restore: {
      about: 'restore a whole library from a backup', backup: 'folder of the backup', target: 'folder to restore to, empty or not there yet', run: 'which run (default: the latest)',
      done: 'Restored “{name}” from {run} to: {path} (files: {files})',
    },
  },
}

/** Puts values into a text's `{places}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
