/** The columns of `delegations`, documented once for the form, the documentation and the command line. */
import type { ImportColumn } from '../../../platform/imports/import-kind.ts'

const needed = (name: string, about: string, example: string): ImportColumn => ({ name, required: true, about, example })
const optional = (name: string, about: string, example = '', aliases: readonly string[] = []): ImportColumn => ({ name, required: false, about, example, aliases })

export const delegationColumns: readonly ImportColumn[] = [
  needed('id', 'Identity, stable across changes.', '2019-1.1'),
  optional('instrument', 'Number of the signed document; empty = the id.', '2019-1'), optional('line', 'Line in that document; empty = 1.', '1'),
  optional('parent', 'The delegation it was passed on from; empty = a root.', ''), optional('legal_basis', 'Roots: the law it rests on.', 'Charter, article 97'),
  optional('person', 'Holder: a person; with post, that person in that post.', ''), optional('post', 'Holder: whoever is in the post.', 'lake-mission.head'), optional('body', 'Holder: a body.', ''),
  needed('matter', 'Code of the matter in the catalogue.', 'award-contract'),
  { ...needed('entity', 'Entities it covers, each with its subtree.', 'lake-mission'), aliases: ['entities'] },
  optional('currency', 'Currency of the amounts.', 'USD'), optional('over', 'Lower bound of the amount.', ''), optional('over_included', 'yes where the lower bound itself lies inside.', 'no'),
  optional('up_to', 'Upper bound of the amount.', '250000', ['limit', 'amount']), optional('up_to_included', 'no where the upper bound itself lies outside.', 'yes'),
  optional('grade', 'Highest grade of the person concerned.', 'D-1'), optional('methods', 'Methods it covers; empty = all.', 'open-tender;call-off'),
  optional('categories', 'Categories it covers; empty = all.', ''), optional('funds', 'Funds it covers; empty = all.', ''), optional('term_months', 'Longest term.', '36'),
  optional('limits', 'Instead of these: a JSON list of boxes, for unions.', '[{"amount":{"currency":"USD","upTo":"250000"},"methods":["open-tender"]}]'),
  optional('may_exercise', 'no where it may only be passed on.', 'yes'), optional('subdelegate_depth', 'How many further levels it may be passed on; empty = none.', '1'),
  optional('subdelegate_limits', 'What may be passed on, as a JSON list of boxes; empty = all of it.', ''), optional('subdelegate_own_entity', 'yes where recipients must sit in the holder’s entity.', 'yes'),
  optional('subdelegate_lowest_grade', 'Lowest grade of recipients.', ''), optional('subdelegate_end_required', 'yes where what is passed on must have an end.', 'no'),
  needed('effective_from', 'First day.', '2019-01-01'), optional('effective_to', 'Last day, inclusive; empty = no end.', ''),
  optional('prepared_by', 'Who prepared it.', ''), optional('decided_by', 'Who decided it.', ''), optional('signed_by', 'Who signed it.', 'amina-diallo'),
  optional('signed_as', 'Post in which the signatory signed, or "person".', 'lake-mission.head'), optional('confirmed_by', 'The head who last took responsibility for it; empty = signed_by.', ''),
  optional('communicated_by', 'Who communicated it.', ''), optional('signed_on', 'Day or instant of signature.', '2018-12-20'),
  optional('accepted_on', 'Day or instant of acceptance; empty = not accepted.', '2019-01-01'), optional('accepted_by', 'Who accepted it.', ''),
  optional('ended_on', 'Last day before it ended otherwise than by its own date, or the instant.', ''), optional('end_reason', 'revoked, fallen, withdrawn, declined or rescinded.', ''),
  optional('falls_on', 'Last day, where it falls on a date by a recorded choice.', ''), optional('conditions', 'Conditions in words.', ''),
  optional('source', '"invented", or what is quoted; empty = the organisation’s own.', ''),
]
