import type { BatchWriter } from '../batch.ts'
import { grades } from '../organisation/titles.ts'
import { catalogue, frameworkId } from './catalogue.ts'
import type { MatterPlan } from './plan.ts'

const frameworkRow = {
  type: 'framework', id: frameworkId, name: 'Delegation of Authority in the Concord of Peoples', name_zh: '万民协和组织授权制度',
  name_ar: 'تفويض السلطة في منظمة وئام الشعوب',
  zone: 'UTC', grades: grades.join(';'), fall_default: 'falls', longest_acting_days: 180, accept_within_days: 30,
  effective_from: '2019-01-01', source: 'invented',
}

const matterRow = (matter: MatterPlan) => ({
  type: 'matter', id: matter.id, name: matter.name.en, name_zh: matter.name.zh, name_ar: matter.name.ar, framework: frameworkId,
  area: matter.area, description: matter.about,
  rules: matter.area === 'human-resources' ? 'staff' : 'financial', citation: matter.citation,
  acceptance: matter.acceptance ?? 'before-use', delegable: matter.delegable ?? 'yes',
  reserved_to: matter.reservedTo ?? 'executive-office.head', personal_only: matter.personalOnly ? 'yes' : 'no',
  dimensions: matter.dimensions?.join(';'),
  prerequisites: matter.prerequisites, preconditions: matter.preconditions, advisers: matter.advisers, not_checked: matter.notChecked,
  obligations: matter.obligations, incompatible: matter.incompatible, split_days: matter.splitDays,
  effective_from: '2019-01-01', source: matter.quoted ?? 'invented',
})

/** The framework and its matters, as one file. */
export function writeCatalogue(writer: BatchWriter): void {
  writer.put('catalogue', frameworkId, { ...frameworkRow })
  for (const matter of catalogue) writer.put('catalogue', matter.id, matterRow(matter))
}
