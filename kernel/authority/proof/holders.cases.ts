/** Holders that are no single seat: a class, and posts that hold jointly (rule 6). Facts are ours, the rule is the source's. */
import type { Case } from './authority.cases.ts'
import { assignment, delegation, entity, on, passable, person, post } from './example-facts.ts'

const toChiefs = delegation({
  id: 'to-chiefs',
  holder: { kind: 'class', grade: 'P-5', entity: 'department' },
  matter: 'special-post-allowance',
  entities: ['department'],
})
const toTwo = delegation({
  id: 'to-two',
  holder: { kind: 'joint', posts: ['director', 'chief', 'registrar'], needed: 2 },
  matter: 'special-post-allowance',
  entities: ['department'],
})
const ask = (who: string) => ({ person: who, matter: 'special-post-allowance', entity: 'section' })

export const holderCases: readonly Case[] = [
  {
    rule: 'class',
    source: 'Cayman Public Service Management Act s.45: a delegation may be to a class',
    says: 'everybody substantively at that grade in the unit may, those who come and go with the post',
    facts: [
      toChiefs,
      entity({ id: 'mission', parent: 'organisation' }),
      post({ id: 'mission-chief', entity: 'mission', grade: 'P-5' }),
      post({ id: 'second-chief', entity: 'department', grade: 'P-5' }),
      assignment({ person: 'dora', post: 'mission-chief' }),
      assignment({ person: 'emil', post: 'second-chief', effectiveTo: on('2020-07-01') }),
      assignment({ person: 'bilal', post: 'second-chief', assignment: 'acting', instrument: 'order' }),
    ],
    questions: [
      { asks: ask('chen'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: ask('emil'), on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: ask('emil'), on: '2020-07-01', answer: 'refused', reasons: ['not-in-class'] },
      { asks: ask('bilal'), on: '2020-06-01', answer: 'refused', reasons: ['not-in-class'] },
      { asks: ask('dora'), on: '2020-06-01', answer: 'refused', reasons: ['constitutive'] },
      { asks: { ...ask('chen'), capacity: 'chief' }, on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: { ...ask('chen'), capacity: 'director' }, on: '2020-06-01', answer: 'refused', reasons: ['other-capacity'] },
      { asks: { person: 'chen', matter: 'special-post-allowance' }, on: '2020-06-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'class',
    source: 'Lewis & Clark College, signature authority: what is passed on stays in the department, at a grade',
    says: 'a class receives what may be passed on only where its unit and its grade lie inside the permission',
    facts: [
      delegation({
        id: 'root',
        holder: { kind: 'post', post: 'head' },
        matter: 'special-post-allowance',
        subdelegation: passable(2, { ownEntityOnly: true, lowestGrade: 'D-1' }),
      }),
      { ...toChiefs, parent: 'root', legalBasis: null },
      delegation({
        id: 'to-directors',
        parent: 'root',
        holder: { kind: 'class', grade: 'D-2', entity: 'organisation' },
        matter: 'special-post-allowance',
      }),
    ],
    questions: [
      { asks: ask('chen'), on: '2020-06-01', answer: 'refused', reasons: ['recipient-scope'] },
      { asks: ask('bilal'), on: '2020-06-01', answer: 'refused', reasons: ['recipient-scope'] },
      { asks: ask('amina'), on: '2020-06-01', answer: 'permitted', reasons: [] },
    ],
  },
  {
    rule: 'joint',
    source: 'DESIGN §3.1 rule 6: joint holders, k of n',
    says: 'one of them asks, and decides once enough of the others sign, each in one post',
    facts: [toTwo, person({ id: 'partner', staff: false }), assignment({ person: 'emil', post: 'registrar', assignment: 'acting' })],
    questions: [
      { asks: ask('bilal'), on: '2020-06-01', answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: { ...ask('bilal'), cosigners: ['chen'] }, on: '2020-06-01', answer: 'permitted', reasons: [] },
      { asks: { ...ask('bilal'), cosigners: ['bilal'] }, on: '2020-06-01', answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: { ...ask('bilal'), cosigners: ['emil', 'partner', 'dora'] }, on: '2020-06-01', answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: { ...ask('emil'), cosigners: ['chen'] }, on: '2020-06-01', answer: 'refused', reasons: ['acting-unrecorded', 'cosignature-missing'] },
      { asks: { ...ask('dora'), cosigners: ['bilal', 'chen'] }, on: '2020-06-01', answer: 'refused', reasons: ['constitutive'] },
    ],
  },
  {
    rule: 'joint',
    source: 'DESIGN §3.1 rule 18: nobody decides for their own benefit, nor signs with who does',
    says: 'the signature of somebody who gains by it does not count',
    facts: [toTwo],
    questions: [
      {
        asks: { ...ask('bilal'), cosigners: ['chen'], beneficiary: 'chen' },
        on: '2020-06-01',
        answer: 'not-yet',
        reasons: ['cosignature-missing'],
      },
    ],
  },
  {
    rule: 'joint',
    source: 'DESIGN §3.1 rule 6: who holds two of the posts is still one of the signatories',
    says: 'two posts in one hand are one signature',
    facts: [toTwo, assignment({ person: 'bilal', post: 'registrar' })],
    questions: [
      { asks: ask('bilal'), on: '2020-06-01', answer: 'not-yet', reasons: ['cosignature-missing'] },
      { asks: { ...ask('bilal'), capacity: 'registrar', cosigners: ['chen'] }, on: '2020-06-01', answer: 'permitted', reasons: [] },
    ],
  },
]
