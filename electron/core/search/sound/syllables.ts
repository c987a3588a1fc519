/**
 * The syllables of Mandarin without tones, numbered, and how a run of letters is read as syllables while it is typed. ü is written v;
 * after l and n, ue may stand for ve.
 */
import { bestPaths, type Step } from './bestPaths'

const spellings = [
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan ',
  'chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan ',
  'dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo ',
  'fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong ',
  'hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ',
  'ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo ',
  'long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ',
  'ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian ',
  'piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ',
  'ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai ',
  'shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu ',
  'tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang ',
  'yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng ',
  'zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo',
].join('').split(' ')

const longestSyllable = 6

/** The letters of each syllable by its number, from 1; nothing at 0. */
export const syllables: readonly string[] = ['', ...spellings]

const numbers = new Map(spellings.map((letters, place) => [letters, place + 1]))
for (const [other, usual] of [['lue', 'lve'], ['nue', 'nve']] as const) numbers.set(other, numbers.get(usual) ?? 0)

const beginnings = new Map<string, number[]>()
for (const [letters, number] of numbers) {
  for (let length = 1; length <= letters.length; length += 1) {
    const beginning = letters.slice(0, length)
    const begun = beginnings.get(beginning) ?? []
    beginnings.set(beginning, begun.includes(number) ? begun : [...begun, number])
  }
}

/** The number of a whole syllable, 0 for what is none. */
export const syllableNumber = (letters: string): number => numbers.get(letters) ?? 0

/** The syllables that these letters begin, the whole one among them. */
export const syllablesBeginning = (letters: string): readonly number[] => beginnings.get(letters) ?? []

/** One way to read letters. `unfinished`: what the last of them may be the beginning of, empty where they are whole syllables only. */
export interface SyllableReading { finished: readonly number[]; unfinished: readonly number[] }

interface SyllableStep extends Step { whole: number; unfinished: readonly number[] }

const none: readonly number[] = []
const wholeCost = 2
/** Between a whole syllable and two of them: `xian` is xian, then perhaps xiang, then xi an. */
const unfinishedCost = 3

/** The whole syllables that begin at a place in letters, each with where it ends. */
export const wholeAt = (letters: string, at: number): { end: number; whole: number }[] => {
  const found: { end: number; whole: number }[] = []
  for (let end = at + 1; end <= Math.min(letters.length, at + longestSyllable); end += 1) {
    const whole = syllableNumber(letters.slice(at, end))
    if (whole > 0) found.push({ end, whole })
  }
  return found
}

/** What the rest of the letters from a place may grow into; not what it is. */
export const unfinishedAt = (letters: string, at: number): readonly number[] => {
  const rest = letters.slice(at)
  const whole = syllableNumber(rest)
  return syllablesBeginning(rest).filter((number) => number !== whole)
}

const stepsFrom = (letters: string, at: number): SyllableStep[] => {
  const steps: SyllableStep[] = wholeAt(letters, at).map((step) => ({ ...step, cost: wholeCost, unfinished: none }))
  const unfinished = unfinishedAt(letters, at)
  return unfinished.length === 0 ? steps : [...steps, { end: letters.length, cost: unfinishedCost, whole: 0, unfinished }]
}

/** Letters as they are compared here. */
export const plainLetters = (letters: string): string => letters.replaceAll('ü', 'v')

/** The ways to read letters a–z as syllables of which the last may not be finished, the likeliest first; none if they are no pinyin. */
export const splitSyllables = (typed: string, most = 16): SyllableReading[] => {
  const letters = plainLetters(typed)
  return bestPaths(letters.length, (at) => stepsFrom(letters, at), most).map((steps) => ({
    finished: steps.flatMap(({ whole }) => (whole > 0 ? [whole] : [])), unfinished: steps.at(-1)?.unfinished ?? none,
  }))
}
