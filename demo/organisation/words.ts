/** A name in the three languages the demonstration is written in. */
export interface Words {
  readonly en: string
  readonly zh: string
  readonly ar: string
}

export const words = (en: string, zh: string, ar: string): Words => ({ en, zh, ar })

/** Puts `part` where `frame` says "{}", language by language. */
export const within = (frame: Words, part: Words): Words => ({
  en: frame.en.replace('{}', part.en),
  zh: frame.zh.replace('{}', part.zh),
  ar: frame.ar.replace('{}', part.ar),
})
