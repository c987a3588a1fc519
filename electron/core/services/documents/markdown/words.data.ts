/** What a folder of Markdown says of itself: the names of its folders, and its index. */
import type { Language } from '#shared/model/language'
import type { RecordType } from '#shared/model/recordTypes'

interface FolderWords { folders: Readonly<Record<RecordType, string>>; count: string; many: string; about: readonly string[] }

export const folderWords: Readonly<Record<Language, FolderWords>> = {
  'zh-CN': {
    folders: { case: '案例库', experience: '经验库', tool: '工具库', product: '产品', adoption: '推广记录', meeting: '交流会', activity: '交流活动', benchmark: '标杆', assessment: '评价' },
    count: '共 {count} 个条目', many: '{title} 等 {count} 个条目',
    about: [
      '每个条目是一个 Markdown 文件，可以用任何文本编辑器或笔记软件打开；图片和附件在 attachments 文件夹里。',
      '文件开头三条横线之间是条目的各个字段，正文里看不见的注释记着栏目和段落的编号。请尽量保留它们：凭它们可以原样回到良方。',
      '要放回资料库：在良方里选“导入”，选中整个文件夹（压缩包请先解压）。已有的条目不会重复导入，改动过的成为新条目。已发布的版次、历次修订和批注不在其中，搬迁整个资料库请用备份。',
    ],
  },
  en: {
    folders: { case: 'Cases', experience: 'Experiences', tool: 'Tools', product: 'Products', adoption: 'Adoptions', meeting: 'Meetings', activity: 'Activities', benchmark: 'Benchmarks', assessment: 'Assessments' },
    count: 'Records: {count}', many: '{title} and others, {count} records',
    about: [
      'Each record is a Markdown file that any text editor or note-taking program opens. Pictures and attachments are in the folder “attachments”.',
      'Between the lines of three dashes at the top are the fields of the record; comments that no viewer shows keep the keys of sections and the ids of blocks. Leave them where you can: with them everything comes back as it was.',
      'To bring it back into a library, choose “Import” in Liangfang and pick this whole folder (unpack a zip first). Records that are there already are not imported twice; what was changed becomes a new record. Editions, earlier revisions and comments are not included: to move a whole library, use a backup.',
    ],
  },
}
