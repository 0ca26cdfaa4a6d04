/** How a template of a scheme looks from outside: lines that name recipients by what their post is, not by which one. */
import { z } from 'zod'

import { identity, line, lines } from '../../../platform/http/parse.ts'
import { boxes, named } from '../shapes.ts'

export const templateLine = z.strictObject({
  matter: identity(),
  recipient: z.strictObject({
    title: line(200).describe('The title of the post, in any case; `*` stands for any words.'),
    grade: line(40).nullable().describe('Null = any grade.'),
  }),
  limits: boxes,
  share: z.int().min(1).max(100).nullable().describe('Percentage of the highest amount of what is passed on; then `limits` is not used.'),
  mayExercise: z.boolean(),
  depth: z.int().min(0).max(9).describe('Levels it may be passed on; 0 = not at all.'),
  months: z.int().min(1).max(120).nullable().describe('How long it lasts from the day it is applied; null = no end of its own.'),
  conditions: line(1000).nullable(),
})

export const templateBody = z.strictObject({
  name: line(200),
  category: line(80).describe('The category of entity it is for.'),
  note: lines(1000).nullable().default(null),
  lines: z.array(templateLine).min(1, 'Give at least one line.').max(300),
})

export const templateSummary = z.object({
  id: z.string(), version: z.int(), name: z.string(), category: z.string(), note: z.string().nullable(), lines: z.int(),
  writtenBy: named, writtenAt: z.string(), from: named.nullable(),
})

export type TemplateLine = z.infer<typeof templateLine>
export type TemplateBody = z.infer<typeof templateBody>
