/** Invented countries, spelt from syllables so that the three scripts say the same name. */
import type { Random } from '../random.ts'
import { words, type Words } from './words.ts'

type Syllable = readonly [en: string, zh: string, ar: string]

const openings: readonly Syllable[] = [
  ['Ba', '巴', 'با'], ['Da', '达', 'دا'], ['Fe', '费', 'في'], ['Ga', '加', 'غا'], ['Ha', '哈', 'ها'], ['Je', '杰', 'جي'], ['Ka', '卡', 'كا'],
  ['Lo', '洛', 'لو'], ['Me', '梅', 'مي'], ['O', '奥', 'أو'], ['Pe', '佩', 'بي'], ['Ro', '罗', 'رو'], ['Ta', '塔', 'تا'], ['U', '乌', 'أو'],
  ['Va', '瓦', 'فا'], ['Yo', '约', 'يو'], ['Ze', '泽', 'زي'],
]

const middles: readonly Syllable[] = [
  ['dri', '德里', 'دري'], ['lan', '兰', 'لان'], ['mar', '马尔', 'مار'], ['sel', '塞尔', 'سيل'], ['tor', '托尔', 'تور'], ['ver', '韦尔', 'فير'],
  ['kan', '坎', 'كان'], ['ren', '伦', 'رين'], ['zu', '祖', 'زو'], ['vo', '沃', 'فو'],
]

const endings: readonly Syllable[] = [
  ['ria', '里亚', 'ريا'], ['mor', '莫尔', 'مور'], ['via', '维亚', 'فيا'], ['dor', '多尔', 'دور'], ['ras', '拉斯', 'راس'], ['vale', '瓦莱', 'فالي'],
  ['wen', '文', 'وين'], ['quil', '基尔', 'كيل'], ['zar', '扎尔', 'زار'], ['nia', '尼亚', 'نيا'], ['thu', '图', 'ثو'], ['lume', '卢梅', 'لومي'],
]

/** `count` countries, no two spelt alike in any of the scripts. */
export function inventedCountries(random: Random, count: number): readonly Words[] {
  const taken = new Set<string>()
  const countries: Words[] = []
  while (countries.length < count) {
    const spelling = [random.pick(openings), random.pick(middles), random.pick(endings)]
    const country = words(spelling.map((part) => part[0]).join(''), spelling.map((part) => part[1]).join(''), spelling.map((part) => part[2]).join(''))
    if ([country.en, country.zh, country.ar].some((name) => taken.has(name))) continue
    for (const name of [country.en, country.zh, country.ar]) taken.add(name)
    countries.push(country)
  }
  return countries
}
