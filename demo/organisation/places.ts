/** Invented countries, spelt from a stem and an ending so that the three scripts say the same name. */
import type { Random } from '../random.ts'
import { words, type Words } from './words.ts'

type Part = readonly [en: string, zh: string, ar: string]

const stems: readonly Part[] = [
  ['Arn', '阿恩', 'أرن'], ['Bel', '贝尔', 'بيل'], ['Bran', '布兰', 'بران'], ['Cald', '卡尔德', 'كالد'], ['Cor', '科尔', 'كور'], ['Dar', '达尔', 'دار'],
  ['Dun', '敦', 'دون'], ['Eld', '埃尔德', 'إيلد'], ['Fal', '法尔', 'فال'], ['Fen', '芬', 'فين'], ['Gald', '加尔德', 'غالد'], ['Gor', '戈尔', 'غور'],
  ['Hal', '哈尔', 'هال'], ['Hes', '赫斯', 'هيس'], ['Isk', '伊斯克', 'إيسك'], ['Jor', '约尔', 'جور'], ['Kas', '卡斯', 'كاس'], ['Kel', '凯尔', 'كيل'],
  ['Lum', '卢姆', 'لوم'], ['Lor', '洛尔', 'لور'], ['Mard', '马尔德', 'مارد'], ['Mir', '米尔', 'مير'], ['Nar', '纳尔', 'نار'], ['Nov', '诺夫', 'نوف'],
  ['Osk', '奥斯克', 'أوسك'], ['Pald', '帕尔德', 'بالد'], ['Pers', '佩尔斯', 'بيرس'], ['Quen', '昆', 'كوين'], ['Ral', '拉尔', 'رال'],
  ['Rosk', '罗斯克', 'روسك'],
  ['Sald', '萨尔德', 'سالد'], ['Sev', '塞夫', 'سيف'], ['Tal', '塔尔', 'تال'], ['Tem', '特姆', 'تيم'], ['Ulv', '乌尔夫', 'أولف'], ['Var', '瓦尔', 'فار'],
  ['Vesk', '维斯克', 'فيسك'], ['Wend', '文德', 'ويند'], ['Yar', '亚尔', 'يار'], ['Zan', '赞', 'زان'], ['Zem', '泽姆', 'زيم'],
]

const endings: readonly Part[] = [
  ['adia', '阿迪亚', 'اديا'], ['andor', '安多', 'اندور'], ['ania', '阿尼亚', 'انيا'], ['avia', '阿维亚', 'افيا'], ['essa', '埃萨', 'يسا'],
  ['enna', '埃纳', 'ينا'],
  ['ora', '奥拉', 'ورا'], ['iria', '伊里亚', 'يريا'], ['imere', '伊梅雷', 'يمير'], ['onde', '翁德', 'وندي'], ['ust', '乌斯特', 'وست'],
  ['ane', '阿内', 'اني'],
]

/** `count` countries, no two spelt alike in any of the scripts. */
export function inventedCountries(random: Random, count: number): readonly Words[] {
  const taken = new Set<string>()
  const countries: Words[] = []
  while (countries.length < count) {
    const [stem, ending] = [random.pick(stems), random.pick(endings)]
    const country = words(stem[0] + ending[0], stem[1] + ending[1], stem[2] + ending[2])
    const spellings = [country.en, country.zh, country.ar]
    if (spellings.some((name) => taken.has(name))) continue
    for (const name of spellings) taken.add(name)
    countries.push(country)
  }
  return countries
}
