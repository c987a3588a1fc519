/** What people call the columns of lists and forms, in plain form: without spaces and marks, small letters. */
import type { ParticipantColumn } from '#shared/model/meeting/participants'

export const participantHeadings: Readonly<Record<ParticipantColumn, readonly string[]>> = {
  name: ['姓名', '名字', '参会人', '参会人员', '参会人姓名', '参会人员姓名', '参加人', '参加人员', '与会人员', '人员姓名', '代表姓名', '代表', 'name', 'participant'],
  unit: ['单位', '部门', '工作单位', '所在单位', '所属单位', '单位名称', '单位部门', '所在部门', '班组', '公司', 'unit', 'department', 'organisation', 'organization', 'company', 'team'],
  post: ['职务', '岗位', '职务岗位', '职务职称', '职称', '职位', 'post', 'title', 'position', 'role', 'jobtitle'],
  phone: ['电话', '手机', '联系方式', '联系电话', '手机号', '手机号码', '电话号码', '移动电话', '座机', '固定电话', '办公电话', 'phone', 'mobile', 'tel', 'telephone', 'contact'],
  group: ['分组', '组别', '小组', '组', '所在小组', 'group'],
  note: ['备注', '说明', '其他', 'note', 'notes', 'remark', 'remarks'],
}

/** What a longer heading ends in, whatever it begins with: 参会代表姓名, 所属单位名称. */
export const headingEnds: Readonly<Partial<Record<ParticipantColumn, RegExp>>> = {
  name: /(?:姓名|名字|参会人员?|参加人员?|与会人员)$|(?:^|full|first|participants?|attendees?)name$/,
  unit: /(?:单位|部门|公司|班组|工区|机构)(?:名称|全称|简称)*$|(?:unit|department|compan(?:y|ies)|organi[sz]ation)(?:name)?$/,
  post: /(?:职务|职称|岗位|职位)(?:名称)?$|(?:jobtitle|position)$/,
  phone: /(?:手机|电话|联系方式|座机)(?:号码?)?$|(?:phone|mobile|tel)(?:number|no)?$/,
  group: /(?:分组|组别|小组)$/,
  note: /备注$/,
}

/** A longer heading is a heading, and no sentence of an explanation. */
export const longestHeading = 16

/** Headings that speak of somebody who does not come, or of what is not written but ticked. */
export const ofOthers = /负责人|领导|联系人|联络人|经办|填报|填表|填写人|推荐|报送|主管|审批|审核|接待|陪同|司机|家属|配偶|紧急|带队|班组?长|是否|manager|supervisor|emergency|contactname|contactperson/

export const attendanceHeadings: readonly string[] = ['签到', '到会', '是否到会', '是否签到', '是否到', '出席', '是否出席', '参会', '是否参会', '签名', '本人签名', '签字', '签到时间', '到会情况', '出席情况', 'present', 'attended', 'attendance', 'signin', 'signature']

/** Columns of a table of forms that ask nothing: they say who filled it, and when. */
export const notAsked = /^(?:序号|编号|答题序号|no|number|id|#)$|姓名|名字|单位|部门|岗位|职务|电话|手机|时间|日期|ip|来源|用时|工龄|年限|年龄|性别|学历|第几|组$|组别|分组|^小组|班$|班组|班别|name|unit|time|date|phone|department|^age$|gender|^sex$|education|seniority|yearsof|^(?:group|team|shift)(?:no|number)?$/i

export const questionHeadings: readonly string[] = ['评价项', '评价项目', '评价内容', '项目', '内容', '问题', 'question', 'item']
export const markHeadings: readonly string[] = ['评分', '分数', '得分', '打分', '评价', '评分15', 'mark', 'score', 'rating']
export const commentHeading = /意见|建议|评论|留言|还想说|comment|suggestion|remark/i

export const present: readonly string[] = ['√', '✓', '✔', '☑', '是', '1', '到', '已到', '到会', '已到会', '签到', '已签到', '出席', '已出席', '参会', '有', '对', 'y', 'yes', 'v', 'true', 'present', '●', '○', '〇', 'o']
export const absent: readonly string[] = ['', '否', '0', '未到', '没到', '未签到', '缺席', '缺', '请假', '事假', '病假', '×', '✗', '✘', '☐', '□', '无', 'n', 'no', 'false', 'absent', '-', '—', '/']

/** Words for marks, the best first. */
export const marksInWords: readonly (readonly string[])[] = [
  ['五分', '很满意', '非常满意', '十分满意', '优秀', '优', '很好', '非常好', 'verygood', 'excellent', 'verysatisfied'],
  ['四分', '满意', '较满意', '比较满意', '良好', '良', '好', 'good', 'satisfied'],
  ['三分', '一般', '基本满意', '中', '尚可', 'fair', 'neutral', 'average'],
  ['二分', '两分', '不满意', '不太满意', '较差', 'poor', 'dissatisfied'],
  ['一分', '很不满意', '非常不满意', '十分不满意', '差', '很差', 'verypoor', 'bad', 'verydissatisfied'],
]
