/** What the first lines of documents call the fields of a record, and what units, teams and people's names look like. */
export type MetadataField = 'title' | 'unit' | 'team' | 'authors' | 'date' | 'place' | 'field' | 'summary' | 'number' | 'confidentiality'

export const metadataLabels: readonly { field: MetadataField; labels: readonly string[] }[] = [
  { field: 'title', labels: ['案例名称', '案例题目', '案例标题', '经验名称', '工具名称', '成果名称', '课题名称', '项目名称', '标题', '题目', '名称', 'Title'] },
  { field: 'unit', labels: ['报送单位', '申报单位', '推荐单位', '填报单位', '编制单位', '编写单位', '实施单位', '完成单位', '所在单位', '所属单位', '工作单位', '单位名称', '作者单位', '单位', '部门', '公司', 'Unit', 'Organisation', 'Organization', 'Company', 'Department'] },
  { field: 'team', labels: ['班组名称', '所属班组', '所在班组', '申报班组', '实施班组', '班组', '团队名称', '团队', 'Team'] },
  { field: 'authors', labels: ['案例撰写人', '案例作者', '主要撰写人', '主要完成人', '主要作者', '作者姓名', '撰写人', '撰稿人', '编写人员', '编写人', '编制人员', '编制人', '编制', '编写', '执笔人', '执笔', '撰稿', '撰写', '供稿人', '供稿', '报送人', '填报人', '申报人', '主创人员', '主创人', '完成人', '作者', '姓名', 'Authors', 'Author', 'By'] },
  { field: 'date', labels: ['编制日期', '编写日期', '撰写日期', '撰写时间', '编写时间', '填报日期', '填报时间', '报送日期', '报送时间', '申报日期', '申报时间', '完成时间', '完成日期', '发生时间', '事件时间', '案例时间', '实施时间', '日期', '时间', 'Date'] },
  { field: 'place', labels: ['发生地点', '事件地点', '实施地点', '地点', 'Place', 'Location'] },
  { field: 'field', labels: ['专业领域', '所属专业', '专业类别', '专业分类', '涉及专业', '所属领域', '专业', '领域', 'Field'] },
  { field: 'summary', labels: ['内容摘要', '案例摘要', '内容提要', '内容简介', '摘要', '提要', 'Abstract', 'Summary'] },
  { field: 'number', labels: ['编号', 'Number'] },
  { field: 'confidentiality', labels: ['密级', 'Confidentiality'] },
]

export const confidentialityMarks: Readonly<Record<string, 'public' | 'internal' | 'restricted'>> = {
  公开: 'public', 内部: 'internal', 受控: 'restricted', Public: 'public', Internal: 'internal', Restricted: 'restricted',
}

/** A record's number as a library gives it (docs/library-format.md): YW1-CS-2026-0137. */
export const libraryNumber = /^[A-Z\d]{1,12}-[A-Z]{2}-\d{4}-\d{3,}$/

export const unitEnding = /(?:公司|集团|分局|局|厂|电站|变电站|供电所|站|研究院|医院|院|中心|工区|车间|处|学校|矿|总部|事业部|分部|支部|部|段)$/
export const teamEnding = /(?:班组|班|工作室|小组|组|队)$/

export const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊'
