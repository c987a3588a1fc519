/** What the values of fields of the query language are called, in English and in Chinese: the words of the screens. */
import type { QueryField } from './queryFields'

export const queryValueNames: Readonly<Partial<Record<QueryField, Readonly<Record<string, readonly string[]>>>>> = {
  type: {
    case: ['case', '案例'],
    experience: ['experience', '经验'],
    tool: ['tool', '工具'],
    product: ['product', '产品'],
    adoption: ['adoption', '推广记录', 'adoption record'],
    meeting: ['meeting', '交流会'],
    activity: ['activity', '交流活动', 'exchange activity'],
    benchmark: ['benchmark', '标杆'],
    assessment: ['assessment', '评价'],
    attachment: ['attachment', '附件'],
  },
  stage: {
    draft: ['draft', '草稿'],
    inReview: ['inReview', '待审', 'in review'],
    validated: ['validated', '已核实'],
    published: ['published', '已发布'],
    archived: ['archived', '已归档'],
    proposed: ['proposed', '立项'],
    drafting: ['drafting', '编制'],
    pilot: ['pilot', '试点'],
    released: ['released', '发布'],
    replicating: ['replicating', '推广'],
    retired: ['retired', '废止'],
    planned: ['planned', '计划'],
    underWay: ['underWay', '进行', 'under way'],
    done: ['done', '完成'],
    notApplicable: ['notApplicable', '不适用', 'not applicable'],
    held: ['held', '举行'],
    closed: ['closed', '关闭'],
    announced: ['announced', '公布'],
  },
  has: { attachment: ['attachment', 'attachments', 'file', '附件', '文件'] },
}
