/** The columns of `acts`, documented once for the form, the documentation and the command line. */
import type { ImportColumn } from '../../../platform/imports/import-kind.ts'

const needed = (name: string, about: string, example: string, aliases: readonly string[] = []): ImportColumn => ({
  name, required: true, about, example, aliases,
})
const optional = (name: string, about: string, example = '', aliases: readonly string[] = []): ImportColumn => ({
  name, required: false, about, example, aliases,
})

export const actColumns: readonly ImportColumn[] = [
  optional('type', 'act (default) or ratification.', 'act'),
  needed('id', 'Number of the decision in the system that took it.', 'PO-2026-0117'),
  optional('ratifies', 'Ratifications: the act that had no authority when it was taken.'),
  optional('person', 'Who decided, or ratified.', 'amina-diallo'),
  optional('body', 'The body that decided, instead of a person.'),
  optional('capacity', 'Post in which the person acted.', 'lake-mission.head'),
  optional('matter', 'Acts (always): code of the matter in the catalogue.', 'award-contract'),
  optional('delegation', 'The delegation it was taken under; empty = none was found. Ratifications (always): that of the competent official.'),
  optional('entity', 'Where it takes effect.', 'lake-mission'),
  optional('currency', 'Currency of the amount.', 'USD'),
  optional('amount', 'Amount of this act alone.', '190000'),
  optional('method', 'Method.', 'open-tender'),
  optional('category', 'Category.'),
  optional('fund', 'Fund.'),
  optional('grade', 'Grade of the person it is about.'),
  optional('term_months', 'Term; of an amendment, the months it adds.'),
  optional('place', 'Place where it takes effect.'),
  optional('contract', 'Contract it belongs to.', 'C-88', ['contract_number']),
  optional('requirement', 'Requirement it belongs to.'),
  optional('beneficiary', 'Who benefits: a person’s id, or somebody outside.'),
  optional('supplier', 'Supplier.', 'S-4'),
  optional('case', 'Case it belongs to.', 'PR-2026-031'),
  needed('decided_on', 'Day or instant of the decision, or of the ratification.', '2026-03-02', ['decided_at', 'date']),
  optional('facts', 'What else was so: key=value, separated by ;', 'tender=true'),
  optional('answer', 'What the register answered at the time; empty for what comes from elsewhere.'),
  optional('what', 'What was decided, in words. Ratifications (always): the reason.', 'Timber for the north pier'),
  optional('source', '"invented", or what is quoted; empty = the organisation’s own.'),
]
