/** What the command line says in each language. */
import type { Language } from '#shared/model/language'

export interface CliTexts {
  about: string
  library: string
  json: string
  language: string
  init: { about: string; folder: string; name: string; unit: string; unitCode: string; done: string }
  import: { about: string; paths: string; type: string; progress: string; done: string; imported: string; skipped: string; failed: string; cancelled: string }
  search: { about: string; words: string; limit: string; type: string; none: string; total: string }
  show: { about: string; record: string }
}

export const cliTexts: Readonly<Record<Language, CliTexts>> = {
  'zh-CN': {
    about: '良方：离线的班组知识库。',
    library: '资料库所在的文件夹（默认：当前所在的资料库，否则最近打开的）',
    json: '以 JSON 输出',
    language: '提示语言：zh-CN 或 en',
    init: {
      about: '在空文件夹里新建资料库', folder: '文件夹', name: '资料库名称（默认：文件夹名）', unit: '所属单位',
      unitCode: '单位代码，编号以它开头，1 到 12 个大写字母或数字', done: '已新建资料库“{name}”：{path}',
    },
    import: {
      about: '导入 Word 文件（.docx），文件夹连同其下全部文件', paths: '文件或文件夹', type: '导入为：case 案例、experience 经验、tool 工具',
      progress: '{done}/{total}　{current}', done: '导入 {imported} 个，跳过 {skipped} 个，未导入 {failed} 个',
      imported: '已导入', skipped: '跳过（已经导入过）', failed: '未导入', cancelled: '已取消，已导入的保留',
    },
    search: { about: '搜索', words: '要找的词', limit: '最多几条', type: '只找这些类型', none: '没有找到“{text}”', total: '共 {total} 条，显示 {shown} 条' },
    show: { about: '显示一个条目', record: '编号或 id' },
  },
  en: {
    about: 'Liangfang: an offline knowledge base for front-line teams.',
    library: 'folder of the library (default: the one you are in, else the one opened last)',
    json: 'print JSON',
    language: 'language of messages: zh-CN or en',
    init: {
      about: 'make a new library in an empty folder', folder: 'folder', name: 'name of the library (default: that of the folder)', unit: 'owner unit',
      unitCode: 'unit code that numbers begin with, 1 to 12 capital letters or digits', done: 'Made library “{name}”: {path}',
    },
    import: {
      about: 'import Word files (.docx), folders with all files below them', paths: 'files or folders', type: 'import as: case, experience, tool',
      progress: '{done}/{total}  {current}', done: '{imported} imported, {skipped} skipped, {failed} not imported',
      imported: 'imported', skipped: 'skipped (imported before)', failed: 'not imported', cancelled: 'Cancelled; what was imported stays',
    },
    search: { about: 'search', words: 'words to find', limit: 'at most this many', type: 'only these types', none: 'Nothing found for “{text}”', total: '{total} found, {shown} shown' },
    show: { about: 'show one record', record: 'number or id' },
  },
}

/** Puts values into a text's `{places}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
